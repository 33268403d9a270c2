import VGGSpec

extension Window {
  /// The suffix of a layer's notation for a window that differs from `usual`: ` /2 pad 0`,
  /// ` dilation 2`.
  func differences(from usual: Window) -> String {
    var text = ""
    if dilation != usual.dilation { text += " dilation \(dilation.brief)" }
    if stride != usual.stride { text += " /\(stride.brief)" }
    if padding != usual.padding { text += " pad \(padding.brief)" }
    if ceil != usual.ceil { text += " ceil" }
    return text
  }

  /// The suffix for pooling, whose windows are 2x2 unless the kernel is named, and do not overlap.
  ///
  /// For example: `3 /2 pad 1 ceil`, `2x1`, and nothing for the paper's pooling layer.
  var poolNotation: String {
    let text = differences(from: Window(kernel: kernel, stride: kernel, padding: 0))
    return kernel == 2 && text.isEmpty ? "" : "\(kernel.brief)\(text)"
  }
}
