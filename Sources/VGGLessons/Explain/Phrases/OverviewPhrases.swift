import VGGGraph

/// The phrases of the lesson's overview.
package protocol OverviewPhrases {
  func title(of graph: ModelGraph) -> String
  func title(of trace: LayerTrace) -> String
  func overview(of graph: ModelGraph, convolutions: Int, fullyConnected: Int) -> String
  /// The purpose of the taps, one or more.
  func tapped(_ taps: [(name: String, shape: Shape)]) -> String
  func overview(of trace: LayerTrace) -> String
}
