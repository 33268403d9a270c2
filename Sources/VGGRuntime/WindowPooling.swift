import VGGKernels

/// A window that pools a map, of sizes that fit.
struct WindowPooling: Sendable {
  /// As the kernels take it.
  let window: vgg_window

  /// - Throws: `ShapeError` when the window does not give the output's size; `layer` starts the
  ///   message.
  init(
    window: SlidingWindow, inputHeight: Int, inputWidth: Int, outputHeight: Int, outputWidth: Int,
    layer: String
  ) throws(ShapeError) {
    try window.check("height", input: inputHeight, output: outputHeight, layer: layer)
    try window.check("width", input: inputWidth, output: outputWidth, layer: layer)
    let (kernel, stride) = (Int32(window.kernel), Int32(window.stride))
    let padding = Int32(window.padding)
    self.window = vgg_window(
      kernel_h: kernel, kernel_w: kernel, stride_h: stride, stride_w: stride, pad_h: padding,
      pad_w: padding, ceil: window.ceil)
  }
}
