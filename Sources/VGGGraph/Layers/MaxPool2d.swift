/// The largest value of each window, channel by channel (`torch.nn.MaxPool2d`).
package struct MaxPool2d: Hashable, Sendable {
  package let window: Window

  package init(window: Window) {
    self.window = window
  }

  /// The paper's `maxpool` where windows are 2x2 and do not overlap; otherwise with its numbers.
  package var notation: String { "maxpool" + window.poolNotation }
}
