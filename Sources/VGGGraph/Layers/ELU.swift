import VGGDiagnostics
import VGGSpec

/// Each value, negative ones as alpha * (exp(x) - 1) (`torch.nn.ELU`).
package struct ELU: Hashable, Sendable {
  /// The factor of negative values; for very negative ones, the output approaches `-alpha`.
  package var alpha: Double

  package init(alpha: Double) {
    self.alpha = alpha
  }
}

extension ELU: ActivationOperation {
  package static let name = "elu"

  package var kind: LayerKind { .elu(self) }
  package var activation: Activation { .elu(alpha: alpha) }

  package var notation: String { "ELU-\(plain(alpha))" }
  package var formula: String { "max(0, x) + min(0, \(plain(alpha)) * (exp(x) - 1))" }
}
