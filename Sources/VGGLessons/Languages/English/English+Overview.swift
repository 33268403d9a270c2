import VGGDiagnostics
import VGGFindings
import VGGGraph

extension English {
  package func title(of graph: ModelGraph) -> String {
    "\(printable(graph.name)), layer by layer"
  }

  package func title(of trace: LayerTrace) -> String {
    "\(printable(trace.name)), up to its error"
  }

  package func overview(
    of graph: ModelGraph, convolutions: Int, fullyConnected: Int
  ) -> String {
    let input = graph.input
    let count = grouped(graph.output.elementCount)
    let results =
      switch (graph.outcome, graph.output) {
      case (.scores, _): "\(count) scores, one per class"
      case (.probabilities, _): "\(count) probabilities, one per class"
      case (.features, .map(let map)): "a feature map of \(map), not scores for classes"
      case (.features, .vector): "\(count) values that describe it, not scores for classes"
      }
    return """
      The network takes an image of \(counted(input.channels, "channel")),
      \(counted(input.height, "row")) and \(counted(input.width, "column")) (\(input)) and outputs
      \(results). Of its layers,
      \(grouped(graph.totals.weightLayers)) multiply by weights:
      \(counted(convolutions, "convolution")) and \(counted(fullyConnected, "fully connected layer")).
      The paper calls these "weight layers".
      """
  }

  package func tapped(_ taps: [(name: String, shape: Shape)]) -> String {
    """
    It also outputs the values of the layers under `taps`: \(taps.map { "\($0.name) (\($0.shape))" }.joined(separator: ", ")).
    A perceptual loss compares such maps of two images; early layers describe edges and colours, later ones parts of
    objects. They are the layers' own values: the layers after a tapped layer don't change them.
    """
  }

  package func overview(of trace: LayerTrace) -> String {
    let input = trace.input.map { "takes an image of \($0) (channels x height x width) and " } ?? ""
    return """
      The network \(input)fails a check (\(trace.stop.id.rawValue)) after
      \(counted(trace.layers.count, "layer")). The sections below explain the layers before the error,
      then the error.
      """
  }
}
