import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGImport
import VGGWeights

/// An imported file of another tool: its networks, and its weights if it has any.
package struct ImportedFile {
  /// The text that source locations point into: the file itself, or for a binary file a listing of its parts.
  package let source: SourceFile
  package let outcome: Outcome
  /// Remarks for the user about parts that were read differently.
  package internal(set) var remarks: [ImportRemark] = []
  /// Lines of the configuration for anything that is not a layer, such as `preprocess`.
  var additions: [String] = []
  /// The layers with weights, in order; `nil` if there are none.
  private(set) var layers: [StoredLayer]?

  /// The same file with the tensors of its layers.
  func with(_ layers: [StoredLayer]) -> ImportedFile {
    var copy = self
    copy.layers = layers
    return copy
  }

  /// The result of reading the file.
  package enum Outcome {
    case models([ImportedModel])
    /// The parts that have no counterpart, with locations in the only file of a source map.
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

  /// Whether the file, or the weight file that comes with it, has the values of weights.
  package var hasWeights: Bool { layers != nil || stream != nil }

  /// Weights in the order of the network's layers, without names.
  var stream: DarknetWeights?

  /// The configuration; `nil` if parts have no counterpart.
  package var configuration: String? {
    guard case .models(let models) = outcome else { return nil }
    return models.count == 1
      ? briefConfigurationText(of: models[0], adding: additions) : configurationText(of: models)
  }

  /// The weights under torchvision's names; `nil` if there are none.
  ///
  /// - Parameter graph: The network of ``configuration``.
  /// - Throws: `WeightError` if they do not belong to the graph.
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
