import VGGGraph

extension Linear {
  /// With the weights as PyTorch stores them: outputs x inputs.
  var operation: Operation {
    Operation(
      "Gemm", [.previous, .weight("weight")] + (bias ? [.weight("bias")] : []),
      attributes: [.integer("transB", 1)], giving: [outputs])
  }
}
