/// Batch normalisation of each value of a vector; the shape is unchanged (`torch.nn.BatchNorm1d`).
package struct BatchNorm1d: Hashable, Sendable {
  /// The number of values, each with its own mean and variance.
  package var features: Int

  package init(features: Int) {
    self.features = features
  }
}

extension BatchNorm1d: BatchNormOperation {
  package static let name = "batch_norm1d"
  package static let paperName = PaperNameRule.afterWeights("bn")

  package var kind: LayerKind { .batchNorm1d(self) }
  package var normalized: Int { features }

  package func taking(inputs count: Int) -> BatchNorm1d {
    var copy = self
    copy.features = count
    return copy
  }
}
