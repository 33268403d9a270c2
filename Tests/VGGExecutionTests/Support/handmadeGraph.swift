import VGGTestSupport

@testable import VGGGraph

/// A graph of feature layers that keep the map's shape, in an order that no configuration produces,
/// followed by the layers of `configuration`.
func handmadeGraph(_ configuration: String, startingWith kinds: [LayerKind]) throws -> ModelGraph {
  let graph = try VGGTestSupport.graph(configuration)
  let input = Shape.map(graph.input)
  let range = graph.layers[0].range
  // Names that the configured layers do not use.
  let own = kinds.enumerated().map { index, kind in
    Layer(
      kind: kind, position: .features(100 + index), input: input, output: input, parameters: 0,
      macs: 0, receptiveField: nil, range: range)
  }
  return ModelGraph(
    name: graph.name, input: graph.input, layers: own + graph.layers, totals: graph.totals,
    preprocessing: graph.preprocessing, augmentation: graph.augmentation, training: graph.training,
    labels: graph.labels, labelsRange: graph.labelsRange)
}
