extension ModelGraph {
  /// The index of the layer whose map explains an answer by default: the last one of the features that isn't a pooling
  /// layer, such as `relu5_3` of VGG-16. If there are only pooling layers, the last of them; `nil` if no layer of the
  /// features outputs a map.
  package var explainedMap: Int? {
    let maps = layers.indices.filter { index in
      guard layers[index].position.isFeature, case .map = layers[index].output else { return false }
      return !layers[index].kind.isDropout
    }
    return maps.last { layers[$0].kind.group != .pooling } ?? maps.last
  }
}
