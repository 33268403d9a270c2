import VGGGraph

extension ModelGraph {
  /// The layer that gives what is there after the layer of each name: itself, or the last one before
  /// it that has an operator, for dropout and a pool that keeps its map have none.
  ///
  /// Layers before the first one with an operator have no entry.
  package var runningLayers: [String: String] {
    var running: [String: String] = [:]
    var last: String?
    for layer in layers {
      if !layer.operations.isEmpty { last = layer.name }
      running[layer.name] = last
    }
    return running
  }
}
