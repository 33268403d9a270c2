import VGGGraph

extension ModelGraph {
  /// For the name of each layer, the layer that computes the value after it: itself, or the last one before
  /// it with an operator, since dropout and a pool that keeps its map have none.
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
