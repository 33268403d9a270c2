import VGGGraph

/// The changes between two checked networks, and their effects.
package struct NetworkDifference: Sendable {
  package let old: ModelGraph
  package let new: ModelGraph
  /// The changes of the layers, in order.
  let layers: [LayerChange]
  let settings: [SettingChange]
  let totals: [TotalChange]

  package init(from old: ModelGraph, to new: ModelGraph) {
    self.old = old
    self.new = new
    layers = LayerChange.all(from: old.layers, to: new.layers)
    settings = SettingChange.all(from: old, to: new)
    totals = TotalChange.all(from: old, to: new)
  }

  /// Whether both networks are the same, with the same preprocessing and training; their names may differ.
  package var isEmpty: Bool {
    settings.isEmpty && layers.allSatisfy { $0.kind == .same }
  }
}
