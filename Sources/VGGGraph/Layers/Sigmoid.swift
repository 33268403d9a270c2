import VGGSpec

/// Each value as a number between 0 and 1 (`torch.nn.Sigmoid`).
package struct Sigmoid: Hashable, Sendable {
  package init() {}
}

extension Sigmoid: ActivationOperation {
  package static let name = "sigmoid"

  package var kind: LayerKind { .sigmoid(self) }
  package var activation: Activation { .sigmoid }

  package var notation: String { "sigmoid" }
  package var formula: String { "1 / (1 + exp(-x))" }
}
