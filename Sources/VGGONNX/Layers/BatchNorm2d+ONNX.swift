import VGGGraph

extension BatchNorm2d {
  static func operation(giving output: [Int]) -> Operation {
    Operation(
      "BatchNormalization",
      [.previous] + ["weight", "bias", "running_mean", "running_var"].map(Operand.weight),
      attributes: [.float("epsilon", 1e-5)], giving: output)
  }
}
