import VGGGraph

/// What changed between two checked networks, and what follows from it.
package struct NetworkDifference: Sendable {
  package let old: ModelGraph
  package let new: ModelGraph

  package init(from old: ModelGraph, to new: ModelGraph) {
    self.old = old
    self.new = new
  }

  /// Layer by layer, in order.
  var layers: [LayerChange] { LayerChange.all(from: old.layers, to: new.layers) }

  var settings: [SettingChange] { SettingChange.all(from: old, to: new) }

  var totals: [TotalChange] { TotalChange.all(from: old, to: new) }

  /// Whether both are one network, prepared for and trained alike; their names may differ.
  package var isEmpty: Bool {
    settings.isEmpty && layers.allSatisfy { $0.kind == .same }
  }
}
