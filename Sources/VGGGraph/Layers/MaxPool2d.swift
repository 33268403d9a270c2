import VGGSpec

/// The largest value of each window, channel by channel (`torch.nn.MaxPool2d`).
package struct MaxPool2d: Hashable, Sendable {
  package var kernel: Sides
  package var stride: Sides
  package var padding: Sides
  /// Whether the output size is rounded up, as in `ceil_mode`.
  package var ceil: Bool

  package init(kernel: Sides, stride: Sides, padding: Sides, ceil: Bool) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.ceil = ceil
  }
}

extension MaxPool2d: WindowedOperation {
  package static let name = "max_pool2d"
  package static let group = LayerGroup.pooling
  package static let paperName = PaperNameRule.pooling

  package var kind: LayerKind { .maxPool2d(self) }

  package var window: Window {
    Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil)
  }

  /// The paper's `maxpool` if windows are 2x2 and do not overlap; otherwise with its numbers.
  package var notation: String { "maxpool" + window.poolNotation }
}
