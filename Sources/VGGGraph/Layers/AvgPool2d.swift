/// The mean of each window, channel by channel (`torch.nn.AvgPool2d`).
package struct AvgPool2d: Hashable, Sendable {
  package var window: Window

  package init(window: Window) {
    self.window = window
  }
}

extension AvgPool2d: WindowedOperation {
  package static let name = "avg_pool2d"
  package static let group = LayerGroup.pooling
  package static let paperName = PaperNameRule.pooling

  package var kind: LayerKind { .avgPool2d(self) }

  /// `avgpool` where windows are 2x2 and do not overlap; otherwise with its numbers.
  package var notation: String { "avgpool" + window.poolNotation }
}
