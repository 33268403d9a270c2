/// Batch normalisation of each channel of a map; the shape is unchanged (`torch.nn.BatchNorm2d`).
package struct BatchNorm2d: Hashable, Sendable {
  /// The number added to each variance: PyTorch's default.
  package static let epsilon = 1e-5

  package var channels: Int

  package init(channels: Int) {
    self.channels = channels
  }
}

extension BatchNorm2d: BatchNormOperation {
  package static let name = "batch_norm2d"
  package static let paperName = PaperNameRule.afterConvolution("bn")

  package var kind: LayerKind { .batchNorm2d(self) }
  package var normalized: Int { channels }

  package func taking(inputs count: Int) -> BatchNorm2d {
    var copy = self
    copy.channels = count
    return copy
  }
}
