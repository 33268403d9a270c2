import VGGGraph

extension BatchNorm2d: ONNXLayer {}
extension BatchNorm1d: ONNXLayer {}

/// Maps and vectors use the same operator.
extension ONNXLayer where Self: BatchNormOperation {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [
      Operation(
        "BatchNormalization",
        [.previous] + tensors.map { .weight($0.name) },
        attributes: [.float("epsilon", BatchNorm2d.epsilon)], giving: output.dimensions)
    ]
  }
}
