/// A square window that slides over a feature map: the geometry that convolution and pooling share.
struct SlidingWindow: Hashable, Sendable {
  let kernel: Int
  let stride: Int
  let padding: Int
  /// Round the output size up, as pooling's `ceil_mode` does.
  let ceil: Bool

  /// - Throws: `ShapeError` when a number is out of its range; `layer` starts the message.
  init(
    kernel: Int, stride: Int, padding: Int, ceil: Bool = false, layer: String
  ) throws(ShapeError) {
    try checkSize(kernel, "kernel", from: 1, layer: layer)
    try checkSize(stride, "stride", from: 1, layer: layer)
    try checkSize(padding, "padding", from: 0, layer: layer)
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.ceil = ceil
  }

  /// The rows (or columns) of the output for those of the input: `torch.nn.MaxPool2d`'s formula.
  ///
  /// In ceil mode the last window must start inside the input or its left padding, else it is left
  /// out.
  func outputSize(_ size: Int) -> Int {
    let output = windows(size)
    return ceil && (output - 1) * stride >= size + padding ? output - 1 : output
  }

  /// How many windows fit, or with `ceil` are needed to reach the far edge.
  private func windows(_ size: Int) -> Int {
    let span = size + 2 * padding - kernel
    if ceil { return (span > 0 ? (span - 1) / stride + 1 : span / stride) + 1 }
    return span < 0 ? 0 : span / stride + 1
  }

  /// Checks that the window gives `output` rows (or columns) for `input` of them.
  ///
  /// - Throws: `ShapeError` that shows the arithmetic; `layer` starts the message, `axis` names the
  ///   side.
  func check(
    _ axis: String, input: Int, output: Int, layer: String
  ) throws(ShapeError) {
    try checkSize(input, "input's \(axis)", from: 1, layer: layer)
    let result = outputSize(input)
    guard result >= 1 else {
      throw ShapeError(
        "\(layer): no window fits: \(arithmetic(input)) = \(result), and the output's \(axis) "
          + "must be at least 1")
    }
    guard result == output else {
      throw ShapeError(
        "\(layer): the output's \(axis) is \(arithmetic(input)) = \(result), "
          + "but the type says \(output)")
    }
  }

  /// For example: `floor((224 + 2*1 - 3)/1) + 1`.
  private func arithmetic(_ size: Int) -> String {
    let rounding = ceil ? "ceil" : "floor"
    let formula = "\(rounding)((\(size) + 2*\(padding) - \(kernel))/\(stride)) + 1"
    guard outputSize(size) == windows(size) else {
      return "\(formula) - 1 (the last window would start past the map)"
    }
    return formula
  }
}
