/// The reason why a network cannot be looked into, from which a phrasebook makes its words.
package enum InsightError: Error, Hashable, Sendable {
  /// A name that no layer has.
  ///
  /// - Parameters:
  ///   - nearest: The layer with a similar name, if there is one.
  ///   - endsAfter: The last layer of a network that `until` cuts off; `nil` for a whole network.
  case unknownLayer(String, nearest: String?, known: [String], endsAfter: String?)
  /// A layer whose output is a vector where a map is needed.
  case noMap(layer: String, shape: String, lastMap: String?)
  /// A network in which no layer outputs a map.
  case noMaps(model: String)
  /// A layer without filters.
  case noFilters(layer: String, known: [String])
  /// A network that ends in features, so that no class can be explained.
  case noClasses(model: String, output: String)
  /// A name or number that no class has.
  ///
  /// - Parameters:
  ///   - nearest: The similar name of a class, if there is one.
  ///   - count: The number of classes.
  case unknownClass(String, nearest: String?, count: Int, areNamed: Bool)
  /// A name that several classes have.
  case ambiguousClass(String, [Int])
  case notFinite(NotFiniteValues)
  /// A softmax with layers after it, past which there is no gradient.
  case softmaxInside(layer: String)
  /// A window of occlusion that does not fit the image.
  case window(height: Int, width: Int, imageHeight: Int, imageWidth: Int)
}

/// Values that hold infinity or a value that is not a number.
package enum NotFiniteValues: Hashable, Sendable {
  case input
  /// Values of the layer of this name.
  case layer(String)
  case output
  case gradient
}
