import VGGSpec

/// Each value times the share of the normal distribution below it (`torch.nn.GELU`, the exact form).
package struct GELU: Hashable, Sendable {
  package init() {}
}

extension GELU: ActivationOperation {
  package static let name = "gelu"

  package var kind: LayerKind { .gelu(self) }
  package var activation: Activation { .gelu }

  package var notation: String { "GELU" }
  package var formula: String { "x * (1 + erf(x / sqrt(2))) / 2" }
}
