import VGGSpec

/// The larger of each value and zero; the shape is unchanged (`torch.nn.ReLU`).
package struct ReLU: Hashable, Sendable {
  package init() {}
}

extension ReLU: ActivationOperation {
  package static let name = "relu"

  package var kind: LayerKind { .relu(self) }
  package var activation: Activation { .relu }

  package var notation: String { "ReLU" }
  package var formula: String { "max(0, x)" }
}
