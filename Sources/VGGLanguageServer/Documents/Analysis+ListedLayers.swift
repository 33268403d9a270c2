import VGGGraph
import VGGSpec
import VGGSyntax

/// A layer under one of the names by which a configuration may refer to it.
struct ListedLayer: Hashable {
  let name: String
  /// Its other name and its output: `features.21, 512 x 28 x 28`.
  let summary: String
}

extension Analysis {
  /// The most layers whose names are offered; a longer list helps nobody.
  private static let mostListedLayers = 1_000

  /// The layers that the document lists, whatever `until` says: first by the paper's names, then by torchvision's.
  ///
  /// - Parameter path: The place that is to name one; under `models`, the model's own layers.
  func listedLayers(for path: [YAMLCursor.Step]) -> [ListedLayer] {
    var listing = pipeline
    listing.ignoresEnd = true
    if path.count > 1, path[0] == .key(ModelKey.models.rawValue), case .key(let name) = path[1] {
      listing.modelName = name
    }
    let models = (try? listing.compile(file))?.models ?? []
    let layers = models.flatMap { model -> [(layer: Layer, paper: String)] in
      let layers = Array(model.layers.prefix(Self.mostListedLayers))
      return Array(zip(layers, PaperNames(layers).names))
    }
    let names =
      layers.map { ListedLayer(name: $0.paper, summary: "\($0.layer.name), \($0.layer.output)") }
      + layers.map { ListedLayer(name: $0.layer.name, summary: "\($0.paper), \($0.layer.output)") }
    var seen: Set<String> = []
    return names.filter { seen.insert($0.name).inserted }
  }
}
