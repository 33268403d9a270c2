/// The mean of each window, channel by channel (`torch.nn.AvgPool2d`).
package struct AvgPool2d: Hashable, Sendable {
  package let window: Window

  package init(window: Window) {
    self.window = window
  }

  /// The paper's `avgpool` where windows are 2x2 and do not overlap; otherwise with its numbers.
  package var notation: String { "avgpool" + window.poolNotation }
}
