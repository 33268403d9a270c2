import VGGSpec

/// The mean of each window, channel by channel (`torch.nn.AvgPool2d`).
package struct AvgPool2d: Hashable, Sendable {
  package var kernel: Sides
  package var stride: Sides
  package var padding: Sides
  /// Whether the output size is rounded up, as in `ceil_mode`.
  package var ceil: Bool
  /// Whether the zeros of the padding count among a window's values, as in `count_include_pad`.
  package var countsPadding: Bool

  package init(
    kernel: Sides, stride: Sides, padding: Sides = 0, ceil: Bool = false, countsPadding: Bool = true
  ) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.ceil = ceil
    self.countsPadding = countsPadding
  }
}

extension AvgPool2d: WindowedOperation {
  package static let name = "avg_pool2d"
  package static let group = LayerGroup.pooling
  package static let paperName = PaperNameRule.pooling

  package var kind: LayerKind { .avgPool2d(self) }

  package var window: Window {
    Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
  }

  /// `avgpool` if windows are 2x2 and do not overlap; otherwise with its numbers, as in `avgpool3 /2 pad 1
  /// uncounted`, whose padding does not count.
  package var notation: String {
    "avgpool" + window.poolNotation + (countsPadding ? "" : " uncounted")
  }
}
