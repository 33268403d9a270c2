import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGImport
import VGGWeights

/// A file of another tool that was read: its networks, and its weights where it has them.
package struct ImportedFile {
  /// The text that places point into: the file, or for a binary one a listing of its parts.
  package let source: SourceFile
  package let outcome: Outcome
  /// Facts for the user about what was read another way.
  package internal(set) var remarks: [String] = []
  /// Lines of the language about what is not a layer, such as `preprocess`.
  var additions: [String] = []
  /// The layers with weights, in their order; `nil` where there are none.
  private(set) var layers: [StoredLayer]?

  /// The same with the tensors of its layers.
  func with(_ layers: [StoredLayer]) -> ImportedFile {
    var copy = self
    copy.layers = layers
    return copy
  }

  /// What the file amounts to.
  package enum Outcome {
    case models([ImportedModel])
    /// The parts that have no counterpart, with places in the only file of a source map.
    case obstructed([Spanned<ForeignObstacle>])
  }

  init(source: SourceFile, outcome: Outcome, weights: [StoredLayer]? = nil) {
    self.source = source
    self.outcome = outcome
    layers = weights
  }

  init(source: SourceFile, network: ReadNetwork, weights: [StoredLayer]?) {
    var sources = SourceMap()
    let id = sources.add(source)
    let outcome: Outcome =
      switch network {
      case .model(let model): .models([model])
      case .obstructed(let obstacles): .obstructed(obstacles.map { $0.spanned(in: id) })
      }
    self.init(source: source, outcome: outcome, weights: weights)
  }

  /// Whether the file, or the one beside it, has the values of weights.
  package var hasWeights: Bool { layers != nil || stream != nil }

  /// Weights that are in order of the network's layers, without names.
  var stream: DarknetWeights?

  /// The configuration; `nil` where parts have no counterpart.
  package var configuration: String? {
    guard case .models(let models) = outcome else { return nil }
    return models.count == 1
      ? briefConfigurationText(of: models[0], adding: additions) : configurationText(of: models)
  }

  /// The weights under torchvision's names; `nil` where there are none.
  ///
  /// - Parameter graph: The network of ``configuration``.
  /// - Throws: `WeightError` where they are not those of the graph.
  package func weights(for graph: ModelGraph) throws(WeightError) -> ImportedWeights? {
    guard case .models(let models) = outcome, let model = models.first else { return nil }
    if let stream {
      return try ImportedWeights(
        try stream.layers(of: graph), flattened: .channelsFirst, for: graph, file: stream.path)
    }
    guard let layers else { return nil }
    return try ImportedWeights(
      layers, flattened: model.valueOrder, for: graph, file: source.name)
  }
}
