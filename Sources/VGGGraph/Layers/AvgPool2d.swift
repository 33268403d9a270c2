import VGGSpec

/// The mean of each window, channel by channel (`torch.nn.AvgPool2d`).
package struct AvgPool2d: Hashable, Sendable {
  package var window: Window
  /// Whether the zeros of the padding count among a window's values, as `count_include_pad` says.
  package var countsPadding: Bool

  package init(window: Window, countsPadding: Bool = true) {
    self.window = window
    self.countsPadding = countsPadding
  }

  package init(
    kernel: Sides, stride: Sides, padding: Sides = 0, ceil: Bool = false, countsPadding: Bool = true
  ) {
    self.init(
      window: Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil),
      countsPadding: countsPadding)
  }
}

extension AvgPool2d: WindowedOperation {
  package static let name = "avg_pool2d"
  package static let group = LayerGroup.pooling
  package static let paperName = PaperNameRule.pooling

  package var kind: LayerKind { .avgPool2d(self) }

  /// `avgpool` where windows are 2x2 and do not overlap; otherwise with its numbers, as in `avgpool3 /2 pad 1
  /// uncounted`, whose padding does not count.
  package var notation: String {
    "avgpool" + window.poolNotation + (countsPadding ? "" : " uncounted")
  }
}
