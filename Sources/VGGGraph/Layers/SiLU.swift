import VGGSpec

/// Each value times its sigmoid, also called swish (`torch.nn.SiLU`).
package struct SiLU: Hashable, Sendable {
  package init() {}
}

extension SiLU: ActivationOperation {
  package static let name = "silu"

  package var kind: LayerKind { .silu(self) }
  package var activation: Activation { .silu }

  package var notation: String { "SiLU" }
  package var formula: String { "x / (1 + exp(-x))" }
}
