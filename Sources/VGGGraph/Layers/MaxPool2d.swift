import VGGSpec

/// The largest value of each window, channel by channel (`torch.nn.MaxPool2d`).
package struct MaxPool2d: Hashable, Sendable {
  package var window: Window

  package init(window: Window) {
    self.window = window
  }

  package init(kernel: Sides, stride: Sides, padding: Sides, ceil: Bool) {
    self.init(window: Window(kernel: kernel, stride: stride, padding: padding, ceil: ceil))
  }
}

extension MaxPool2d: WindowedOperation {
  package static let name = "max_pool2d"
  package static let group = LayerGroup.pooling
  package static let paperName = PaperNameRule.pooling

  package var kind: LayerKind { .maxPool2d(self) }

  /// The paper's `maxpool` where windows are 2x2 and do not overlap; otherwise with its numbers.
  package var notation: String { "maxpool" + window.poolNotation }
}
