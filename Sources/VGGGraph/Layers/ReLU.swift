/// The larger of each value and zero; the shape stays (`torch.nn.ReLU`).
package struct ReLU: Hashable, Sendable {
  package init() {}
}

extension ReLU: LayerOperation {
  package static let name = "relu"
  package static let group = LayerGroup.activation
  package static let paperName = PaperNameRule.afterWeights("relu")
  package static let worksInPlace = true

  package var kind: LayerKind { .relu(self) }

  package var notation: String { "ReLU" }
}
