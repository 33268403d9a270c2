/// The mean of each window, channel by channel (`torch.nn.AvgPool2d`).
package struct AvgPool2d: Hashable, Sendable {
  package var kernel: Int
  package var stride: Int

  package init(kernel: Int, stride: Int) {
    self.kernel = kernel
    self.stride = stride
  }
}

extension AvgPool2d: WindowedOperation {
  package static let name = "avg_pool2d"
  package static let group = LayerGroup.pooling
  package static let paperName = PaperNameRule.pooling

  package var kind: LayerKind { .avgPool2d(self) }

  package var window: Window { Window(kernel: kernel, stride: stride, padding: 0) }

  /// `avgpool` where windows are 2x2 and do not overlap; otherwise with its numbers.
  package var notation: String { "avgpool" + window.poolNotation }
}
