import VGGGraph

/// What the lesson says first.
package protocol OverviewPhrases {
  func title(of graph: ModelGraph) -> String
  func title(of trace: LayerTrace) -> String
  func overview(of graph: ModelGraph, convolutions: Int, fullyConnected: Int) -> String
  /// What the taps are for, one or more.
  func tapped(_ taps: [(name: String, shape: Shape)]) -> String
  func overview(of trace: LayerTrace) -> String
}
