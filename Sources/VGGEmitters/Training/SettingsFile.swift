import VGGGraph
import VGGSpec

/// `settings.py` of a training project: what its other files need to know of the network.
func settingsFile(
  _ network: NamedNetwork, classes: Int, _ provenance: Provenance, regenerate: String
) -> PythonFile {
  let graph = network.graph
  let photo = graph.preprocessing.perChannel(of: graph.input.channels)
  let values: [(String, PythonExpression)] = [
    ("NAME", .string(graph.name)),
    ("SHA256", .string(provenance.sha256)),
    ("NETWORK", .name(network.typeName)),
    ("CHANNELS", .integer(graph.input.channels)),
    ("HEIGHT", .integer(graph.input.height)),
    ("WIDTH", .integer(graph.input.width)),
    ("RESIZE", .integer(graph.preprocessing.resize)),
    ("MEAN", .list(photo.mean.map { .number($0) })),
    ("STD", .list(photo.deviation.map { .number($0) })),
    ("CLASSES", .integer(classes)),
    ("LABELS", graph.labels.map { .list($0.map { .string($0) }) } ?? .none),
    ("SOFTMAX", lastSoftmax(of: graph).map { .integer($0) } ?? .none),
  ]
  return PythonFile(
    header: provenance.pythonHeader(regenerate: regenerate) + [
      .paragraph(
        """
        What the training needs to know of the network: the shape of its input, how a picture becomes one, \
        its classes, and which layer of the classifier is a softmax after which nothing changes values.
        """)
    ],
    imports: ["from model import \(network.typeName)"],
    statements: values.map { .assignment($0, $1) })
}

/// The place in the classifier of the softmax that makes the network give probabilities; nothing
/// where it gives scores.
private func lastSoftmax(of graph: ModelGraph) -> Int? {
  guard graph.givesProbabilities else { return nil }
  for layer in graph.layers.reversed() {
    if layer.kind.isSoftmax, case .classifier(let index) = layer.position { return index }
  }
  return nil
}
