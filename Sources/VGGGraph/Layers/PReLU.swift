import VGGSpec

/// Each value, negative ones times a learned slope, one for the whole layer
/// (`torch.nn.PReLU` with `num_parameters=1`).
package struct PReLU: Hashable, Sendable {
  /// PyTorch's initial slope of an untrained layer.
  package static let start: Float = 0.25

  package init() {}
}

extension PReLU: ActivationOperation {
  package static let name = "prelu"

  package var kind: LayerKind { .prelu(self) }
  package var activation: Activation { .prelu }

  package var notation: String { "PReLU" }
  package var formula: String { "max(0, x) + weight * min(0, x)" }

  package var tensors: [StateTensor] { [StateTensor(name: "weight", shape: [1])] }
  package var parameterCount: Int? { 1 }
  package var parameterTerms: String? { "1" }
}
