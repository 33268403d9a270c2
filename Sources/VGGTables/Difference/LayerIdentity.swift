import VGGGraph

/// The part of a layer that the configuration specifies, without its input channels, values and sizes,
/// which depend on the layers before it.
///
/// Two layers with equal identities are the same element of two lists, even if one has more input
/// channels than the other.
struct LayerIdentity: Hashable {
  private let kind: LayerKind

  init(_ layer: Layer) {
    kind = layer.kind.taking(inputs: 0)
  }

  /// The kind of layer without its numbers; for a linear layer it is the same in the dense form, since its weights are.
  var operation: String { kind.group == .linear ? Linear.name : kind.name }
}
