import VGGCompute

extension SlidingWindow {
  /// - Throws: `ShapeError` when a number is out of its range; `layer` starts the message.
  init(
    kernel: Int, stride: Int, padding: Int, ceil: Bool = false, layer: String
  ) throws(ShapeError) {
    try checkSize(kernel, "kernel", from: 1, layer: layer)
    try checkSize(stride, "stride", from: 1, layer: layer)
    try checkSize(padding, "padding", from: 0, layer: layer)
    self.init(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
  }

  /// Checks that the window has `output` rows (or columns) for `input` of them.
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
        "\(layer): no window fits: the output's \(axis) would be \(arithmetic(input)), "
          + "which is less than 1")
    }
    guard result == output else {
      throw ShapeError(
        "\(layer): the output's \(axis) is \(arithmetic(input)) = \(result), "
          + "but the type says \(output)")
    }
  }

  /// For example: `floor((224 + 2*1 - 3)/1) + 1`.
  private func arithmetic(_ size: Int) -> String {
    let formula =
      "\(ceil ? "ceil" : "floor")((\(size) + 2*\(padding) - \(kernel))/\(stride)) + 1"
    let leavesLastOut = ceil && size + 2 * padding - kernel > (outputSize(size) - 1) * stride
    return outputSize(size) > 0 && leavesLastOut
      ? "\(formula) - 1 (the last window would start past the map)" : formula
  }
}
