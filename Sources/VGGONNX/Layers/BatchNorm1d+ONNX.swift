import VGGGraph

extension BatchNorm1d: ONNXLayer {
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [
      Operation(
        "BatchNormalization",
        [.previous] + ["weight", "bias", "running_mean", "running_var"].map(Operand.weight),
        attributes: [.float("epsilon", BatchNorm2d.epsilon)], giving: output.dimensions)
    ]
  }
}
