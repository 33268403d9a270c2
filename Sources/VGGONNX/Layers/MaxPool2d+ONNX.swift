import VGGGraph

extension MaxPool2d: ONNXLayer {
  /// Without ONNX's `ceil_mode`, whose windows may start in the padding at the far edge, where
  /// PyTorch's may not: the padding there is what the last window of the checked output size needs.
  func operations(on input: Shape, giving output: Shape) -> [Operation] {
    let (from, to) = (input.map, output.map)
    let (kernel, stride, padding) = (window.kernel, window.stride, window.padding)
    return [
      Operation(
        "MaxPool",
        attributes: [
          .integers("kernel_shape", [kernel, kernel]), .integers("strides", [stride, stride]),
          .integers(
            "pads",
            [
              padding, padding, farPadding(from.height, to.height),
              farPadding(from.width, to.width),
            ]),
        ],
        giving: output.dimensions)
    ]
  }

  /// The padding below the last row, or right of the last column.
  private func farPadding(_ input: Int, _ output: Int) -> Int {
    guard window.ceil else { return window.padding }
    return max(0, (output - 1) * window.stride + window.kernel - input - window.padding)
  }
}
