import VGGGraph

extension LocalResponseNorm: ONNXLayer {
  /// Uses ONNX's `LRN` for odd sizes. For an even number of channels, ONNX includes one more after a
  /// value than before it, PyTorch one more before it; so even sizes are spelled out.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    size.isMultiple(of: 2) ? spelledOut(on: output.dimensions) : [standard(on: output.dimensions)]
  }

  private func standard(on shape: [Int]) -> Operation {
    Operation(
      "LRN",
      attributes: [
        .integer("size", size), .float("alpha", alpha), .float("beta", beta), .float("bias", k),
      ],
      giving: shape)
  }

  /// `x / (k + alpha * mean of x^2 over the window of channels) ^ beta`, with the mean computed by
  /// average pooling with channels as depth.
  private func spelledOut(on shape: [Int]) -> [Operation] {
    let axis = Constant(name: "axis", content: .integers([1]))
    func number(_ name: String, _ value: Double) -> Operand {
      .constant(Constant(name: name, content: .number(Float(value))))
    }
    return [
      Operation("Mul", [.previous, .previous], giving: shape),
      Operation("Unsqueeze", [.previous, .constant(axis)], giving: [1] + shape),
      Operation(
        "AveragePool",
        attributes: [
          .integers("kernel_shape", [size, 1, 1]), .integers("strides", [1, 1, 1]),
          .integers("pads", [size / 2, 0, 0, (size - 1) / 2, 0, 0]),
          .integer("count_include_pad", 1),
        ],
        giving: [1] + shape),
      Operation("Squeeze", [.previous, .constant(axis)], giving: shape),
      Operation("Mul", [.previous, number("alpha", alpha)], giving: shape),
      Operation("Add", [.previous, number("k", k)], giving: shape),
      Operation("Pow", [.previous, number("beta", beta)], giving: shape),
      Operation("Div", [.layerInput, .previous], giving: shape),
    ]
  }
}
