import VGGGraph

/// What the picture of feature maps says.
package protocol DiagramPhrases {
  func diagramTitle(_ networks: String) -> String
  /// What a network amounts to.
  func diagramHeading(_ graph: ModelGraph) -> String
  /// In the legend.
  ///
  /// - Parameters:
  ///   - isNormalized: Whether convolutions have batch normalisations with them.
  ///   - activations: The activations among the features, in the paper's notation.
  func meaning(of kind: VolumeKind, isNormalized: Bool, activations: [String]) -> String
  /// The names of equal layers that are drawn as one.
  func repeated(_ count: Int, from first: String, to last: String) -> String
  /// What a box stands for: the layers' operations, none for the image, and what comes of them.
  func box(_ names: String, operations: [String], gives shape: Shape, parameters: Int) -> String
  /// That these layers, one or more, are outputs besides the last.
  func tapped(_ names: [String]) -> String
  /// What an arrow out of a box means, in the legend.
  var tapMeaning: String { get }
  func omitted(_ count: Int) -> String
}
