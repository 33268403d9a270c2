/// Batch normalisation of each channel of a map; the shape stays (`torch.nn.BatchNorm2d`).
package struct BatchNorm2d: Hashable, Sendable {
  /// The number added to each variance, as PyTorch does unless told otherwise.
  package static let epsilon = 1e-5

  package var channels: Int

  package init(channels: Int) {
    self.channels = channels
  }
}

extension BatchNorm2d: LayerOperation {
  package static let name = "batch_norm2d"
  package static let group = LayerGroup.batchNormalization
  package static let paperName = PaperNameRule.afterConvolution("bn")
  package static let worksInPlace = true

  package var kind: LayerKind { .batchNorm2d(self) }

  package var notation: String { "batch-norm" }

  package var tensors: [StateTensor] {
    ["weight", "bias", "running_mean", "running_var"].map {
      StateTensor(name: $0, shape: [channels])
    }
  }

  /// A scale and a shift per channel; the running mean and variance are not learned and do not count.
  package var parameterCount: Int? { checkedProduct(2, channels) }

  /// The running mean and variance of each channel.
  package var statisticCount: Int { 2 * channels }

  package var parameterTerms: String? { "2 * \(channels)" }

  package func taking(inputs count: Int) -> BatchNorm2d {
    var copy = self
    copy.channels = count
    return copy
  }
}
