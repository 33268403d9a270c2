/// The mean of each window, channel by channel (`torch.nn.AvgPool2d`).
package struct AvgPool2d: Hashable, Sendable {
  package let window: Window

  package init(window: Window) {
    self.window = window
  }
}
