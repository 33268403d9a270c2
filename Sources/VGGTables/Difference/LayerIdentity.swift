import VGGGraph

/// What a configuration says of a layer, leaving out what follows from the layers before it: the
/// channels, values and sizes that it takes.
///
/// Two layers of equal identity are the same element of two lists, though one may take more
/// channels than the other.
struct LayerIdentity: Hashable {
  private let kind: LayerKind

  init(_ layer: Layer) {
    kind = layer.kind.taking(inputs: 0)
  }

  /// The kind of layer without any of its numbers; a linear layer's is the same in the dense form, as its weights are.
  var operation: String { kind.group == .linear ? Linear.name : kind.name }
}
