import VGGGraph

/// A layer of the old network, a layer of the new one, or both as a pair.
struct LayerChange {
  enum Kind: String {
    /// The same layer with the same sizes.
    case same
    /// The same element of the configuration with a different input or cost.
    case affected
    /// The same operation with different numbers.
    case changed
    case added
    case removed
  }

  let kind: Kind
  /// The old layer; `nil` if the layer was added.
  let old: NamedLayer?
  /// The new layer; `nil` if the layer was removed.
  let new: NamedLayer?

  /// The changes from `old` to `new`, in order.
  static func all(from old: [Layer], to new: [Layer]) -> [LayerChange] {
    let (oldLayers, newLayers) = (NamedLayer.all(old), NamedLayer.all(new))
    return alignLayers(old.map(LayerIdentity.init), new.map(LayerIdentity.init)).map { place in
      switch place {
      case .both(let i, let j): LayerChange(oldLayers[i], newLayers[j])
      case .removed(let i): LayerChange(kind: .removed, old: oldLayers[i], new: nil)
      case .added(let j): LayerChange(kind: .added, old: nil, new: newLayers[j])
      }
    }
  }

  private init(kind: Kind, old: NamedLayer?, new: NamedLayer?) {
    self.kind = kind
    self.old = old
    self.new = new
  }

  private init(_ old: NamedLayer, _ new: NamedLayer) {
    let isSame = LayerIdentity(old.layer) == LayerIdentity(new.layer)
    let costsAlike =
      old.layer.input == new.layer.input && old.layer.output == new.layer.output
      && old.layer.parameters == new.layer.parameters && old.layer.macs == new.layer.macs
      && old.layer.receptiveField?.size == new.layer.receptiveField?.size
    self.init(kind: isSame ? costsAlike ? .same : .affected : .changed, old: old, new: new)
  }
}

/// A layer with the paper's name for it.
struct NamedLayer {
  let layer: Layer
  let name: String

  static func all(_ layers: [Layer]) -> [NamedLayer] {
    zip(layers, PaperNames(layers).names).map { NamedLayer(layer: $0, name: $1) }
  }
}
