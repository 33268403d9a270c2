import VGGGraph

/// The phrases of the picture of feature maps.
package protocol DiagramPhrases {
  func diagramTitle(_ networks: String) -> String
  /// A summary of a network.
  func diagramHeading(_ graph: ModelGraph) -> String
  /// The meaning of a kind of box, for the legend.
  ///
  /// - Parameters:
  ///   - isNormalized: Whether convolutions are followed by batch normalisation.
  ///   - activations: The activations among the features, in the paper's notation.
  func meaning(of kind: VolumeKind, isNormalized: Bool, activations: [String]) -> String
  /// The names of equal layers drawn as one box.
  func repeated(_ count: Int, from first: String, to last: String) -> String
  /// A description of a box: its layers' operations (none for the image), output shape and parameters.
  func box(_ names: String, operations: [String], gives shape: Shape, parameters: Int) -> String
  /// Says that these layers, one or more, are outputs other than the last.
  func tapped(_ names: [String]) -> String
  /// The meaning of an arrow out of a box, for the legend.
  var tapMeaning: String { get }
  func omitted(_ count: Int) -> String
}
