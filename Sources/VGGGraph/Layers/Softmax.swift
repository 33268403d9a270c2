/// Scores as probabilities: each value's exponential divided by the sum of all (`torch.nn.Softmax(dim=1)`).
package struct Softmax: Hashable, Sendable {
  package init() {}
}

extension Softmax: LayerOperation {
  package static let name = "softmax"
  package static let group = LayerGroup.softmax
  package static let paperName = PaperNameRule.numbered("prob")

  package var kind: LayerKind { .softmax(self) }

  package var notation: String { "soft-max" }
}
