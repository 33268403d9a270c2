import VGGSpec

/// The hyperbolic tangent of each value, between -1 and 1 (`torch.nn.Tanh`).
package struct Tanh: Hashable, Sendable {
  package init() {}
}

extension Tanh: ActivationOperation {
  package static let name = "tanh"

  package var kind: LayerKind { .tanh(self) }
  package var activation: Activation { .tanh }

  package var notation: String { "tanh" }
  package var formula: String { "(exp(x) - exp(-x)) / (exp(x) + exp(-x))" }
}
