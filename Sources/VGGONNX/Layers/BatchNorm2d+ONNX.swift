import VGGGraph

extension BatchNorm2d: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [
      Operation(
        "BatchNormalization",
        [.previous] + ["weight", "bias", "running_mean", "running_var"].map(Operand.weight),
        attributes: [.float("epsilon", Self.epsilon)], giving: output.dimensions)
    ]
  }
}
