/// Sets values to zero with the given probability while training, and does nothing at inference
/// (`torch.nn.Dropout`).
package struct Dropout: Hashable, Sendable {
  package var probability: Double

  package init(probability: Double) {
    self.probability = probability
  }
}

extension Dropout: LayerOperation {
  package static let name = "dropout"
  package static let group = LayerGroup.dropout
  package static let paperName = PaperNameRule.afterWeights("dropout")
  package static let worksInPlace = true

  package var kind: LayerKind { .dropout(self) }

  package var notation: String { "dropout" }
}
