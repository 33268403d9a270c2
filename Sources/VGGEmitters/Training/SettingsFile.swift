import VGGGraph
import VGGPhotoFit
import VGGSpec

/// `settings.py` of a training project: the network's properties that its other files need.
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
    ("RESIZE", resize(graph.preprocessing.resize)),
    ("COVER", cover(graph.preprocessing.resize)),
    ("INTERPOLATION", .string(graph.preprocessing.interpolation.rawValue)),
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
        The network's properties that training needs: its input shape, the preprocessing of images, its classes, \
        and the index in the classifier of a softmax after which nothing changes values.
        """)
    ],
    imports: ["from model import \(network.typeName)"],
    statements: values.map { .assignment($0, $1) })
}

/// The length of the shorter side, or the height and width of the whole picture.
private func resize(_ resize: PhotoResize) -> PythonExpression {
  switch resize {
  case .shorterSide(let side): .integer(side)
  case .size(let height, let width): .list([.integer(height), .integer(width)])
  case .cover, .unchanged: .none
  }
}

/// The height and width that pictures are made to cover, if their size differs from the crop's.
private func cover(_ resize: PhotoResize) -> PythonExpression {
  switch resize {
  case .cover(let height, let width): .list([.integer(height), .integer(width)])
  case .shorterSide, .size, .unchanged: .none
  }
}

/// The classifier's index of the softmax that makes the network output probabilities; `nil`
/// if it outputs scores.
private func lastSoftmax(of graph: ModelGraph) -> Int? {
  guard graph.outcome == .probabilities else { return nil }
  for layer in graph.layers.reversed() {
    if layer.kind.isSoftmax, case .classifier(let index) = layer.position { return index }
  }
  return nil
}
