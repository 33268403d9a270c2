import VGGDiagnostics
import VGGSpec

/// Each value, negative ones times a fixed slope (`torch.nn.LeakyReLU`).
package struct LeakyReLU: Hashable, Sendable {
  /// The factor of negative values: `negative_slope`.
  package var slope: Double

  package init(slope: Double) {
    self.slope = slope
  }
}

extension LeakyReLU: ActivationOperation {
  package static let name = "leaky_relu"

  package var kind: LayerKind { .leakyReLU(self) }
  package var activation: Activation { .leakyReLU(slope: slope) }

  package var notation: String { "leaky-ReLU-\(plain(slope))" }
  package var formula: String { "max(0, x) + \(plain(slope)) * min(0, x)" }
}
