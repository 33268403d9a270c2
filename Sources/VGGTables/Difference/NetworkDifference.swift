import VGGGraph

/// What changed between two checked networks, and what follows from it.
package struct NetworkDifference: Sendable {
  package let old: ModelGraph
  package let new: ModelGraph
  /// Layer by layer, in order.
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

  /// Whether both are one network, prepared for and trained alike; their names may differ.
  package var isEmpty: Bool {
    settings.isEmpty && layers.allSatisfy { $0.kind == .same }
  }
}
