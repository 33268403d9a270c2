import VGGCompute

extension SlidingWindow {
  /// - Throws: `ShapeError` when a number is out of its range; `layer` starts the message.
  init(
    kernel: Sides, stride: Sides, padding: Sides, dilation: Sides = 1, ceil: Bool = false,
    layer: String
  ) throws(ShapeError) {
    try kernel.check("kernel", from: 1, layer: layer)
    try stride.check("stride", from: 1, layer: layer)
    try padding.check("padding", from: 0, layer: layer)
    try dilation.check("dilation", from: 1, layer: layer)
    self.init(
      rows: SlidingAxis(
        kernel: kernel.height, stride: stride.height, padding: padding.height,
        dilation: dilation.height),
      columns: SlidingAxis(
        kernel: kernel.width, stride: stride.width, padding: padding.width,
        dilation: dilation.width),
      ceil: ceil)
    for axis in [rows, columns] where axis.span > Int(Int32.max) {
      throw ShapeError(
        "\(layer): the dilated kernel must be at most \(Int32.max), but is "
          + "\(axis.dilation)*(\(axis.kernel) - 1) + 1 = \(axis.span)")
    }
  }

  /// Checks that the padding is at most half the kernel, as pooling requires.
  ///
  /// - Throws: `ShapeError`; `layer` starts the message.
  func checkPoolingPadding(layer: String) throws(ShapeError) {
    for axis in [rows, columns] where axis.padding > axis.kernel / 2 {
      throw ShapeError(
        "\(layer): the padding must be at most half the kernel, "
          + "floor(\(axis.kernel)/2) = \(axis.kernel / 2), but is \(axis.padding)")
    }
  }

  /// Checks that the window turns a map of size `input` into one of size `output`.
  ///
  /// - Throws: `ShapeError` that shows the arithmetic; `layer` starts the message.
  func check(input: Sides, output: Sides, layer: String) throws(ShapeError) {
    try rows.check(
      "height", input: input.height, output: output.height, ceil: ceil, layer: layer)
    try columns.check(
      "width", input: input.width, output: output.width, ceil: ceil, layer: layer)
  }
}

extension Sides {
  /// Checks that both sides are in the range of `checkSize`; messages call them `name`.
  fileprivate func check(
    _ name: String, from smallest: Int, layer: String
  ) throws(ShapeError) {
    if height == width {
      try checkSize(height, name, from: smallest, layer: layer)
    } else {
      try checkSize(height, "\(name)'s height", from: smallest, layer: layer)
      try checkSize(width, "\(name)'s width", from: smallest, layer: layer)
    }
  }
}

extension SlidingAxis {
  /// Checks that the window has `output` rows (or columns) for `input` of them.
  ///
  /// - Throws: `ShapeError` that shows the arithmetic; `layer` starts the message, `side` names the axis.
  fileprivate func check(
    _ side: String, input: Int, output: Int, ceil: Bool, layer: String
  ) throws(ShapeError) {
    try checkSize(input, "input's \(side)", from: 1, layer: layer)
    let result = outputSize(input, ceil: ceil)
    guard result >= 1 else {
      throw ShapeError(
        "\(layer): no window fits: the output's \(side) would be "
          + "\(arithmetic(input, ceil: ceil)), which is less than 1")
    }
    guard result == output else {
      throw ShapeError(
        "\(layer): the output's \(side) is \(arithmetic(input, ceil: ceil)) = \(result), "
          + "but the type says \(output)")
    }
  }

  /// For example: `floor((224 + 2*1 - 3)/1) + 1`; with a dilation of 2 `floor((64 + 2*2 - 2*(3 - 1) - 1)/1) + 1`.
  private func arithmetic(_ size: Int, ceil: Bool) -> String {
    let kernelText = dilation == 1 ? "\(kernel)" : "\(dilation)*(\(kernel) - 1) - 1"
    let formula =
      "\(ceil ? "ceil" : "floor")((\(size) + 2*\(padding) - \(kernelText))/\(stride)) + 1"
    let result = outputSize(size, ceil: ceil)
    let leavesLastOut = ceil && size + 2 * padding - span > (result - 1) * stride
    return result > 0 && leavesLastOut
      ? "\(formula) - 1 (the last window would start past the map)" : formula
  }
}
