extension ModelGraph {
  /// The index of the layer whose map explains an answer by default: the last layer of the features that outputs a map and
  /// doesn't pool, such as `relu5_3` of VGG-16. If all of them pool, the last one; `nil` if none outputs a map.
  package var explainedMap: Int? {
    let maps = layers.indices.filter { index in
      guard layers[index].position.isFeature, case .map = layers[index].output else { return false }
      return !layers[index].kind.isDropout
    }
    return maps.last { layers[$0].kind.group != .pooling } ?? maps.last
  }
}
