import VGGGraph

extension Linear: ONNXLayer {
  /// Uses the weights as PyTorch stores them: outputs x inputs.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    [
      Operation(
        "Gemm", [.previous, .weight("weight")] + (bias ? [.weight("bias")] : []),
        attributes: [.integer("transB", 1)], giving: output.dimensions)
    ]
  }
}
