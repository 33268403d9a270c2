/// Batch normalisation of each value of a vector; the shape stays (`torch.nn.BatchNorm1d`).
package struct BatchNorm1d: Hashable, Sendable {
  /// The number of values, each with a mean and a variance of its own.
  package var features: Int

  package init(features: Int) {
    self.features = features
  }
}

extension BatchNorm1d: LayerOperation {
  package static let name = "batch_norm1d"
  package static let group = LayerGroup.batchNormalization
  package static let paperName = PaperNameRule.afterWeights("bn")
  package static let worksInPlace = true

  package var kind: LayerKind { .batchNorm1d(self) }

  package var notation: String { "batch-norm" }

  package var tensors: [StateTensor] {
    ["weight", "bias", "running_mean", "running_var"].map {
      StateTensor(name: $0, shape: [features])
    }
  }

  /// A scale and a shift per value; the running mean and variance are not learned and do not count.
  package var parameterCount: Int? { checkedProduct(2, features) }

  /// The running mean and variance of each value.
  package var statisticCount: Int { 2 * features }

  package var parameterTerms: String? { "2 * \(features)" }

  package func taking(inputs count: Int) -> BatchNorm1d {
    var copy = self
    copy.features = count
    return copy
  }
}
