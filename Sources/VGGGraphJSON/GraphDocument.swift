import VGGDiagnostics
import VGGGraph

/// The JSON of a whole network.
package struct GraphDocument: Encodable {
  let name: String
  let provenance: ProvenanceDocument
  let input: [Int]
  let output: [Int]
  let taps: [TapDocument]?
  let preprocessing: PreprocessingDocument
  let augmentation: AugmentationDocument
  let training: TrainingDocument
  let labels: [String]?
  let totals: TotalsDocument
  let layers: [LayerDocument]

  /// - Parameters:
  ///   - training: The recipe that is written in place of the configuration's.
  ///   - hasLayers: Whether the array of layers is filled.
  package init(
    _ graph: ModelGraph, _ provenance: ProvenanceDocument, training: TrainingRecipe? = nil,
    hasLayers: Bool = true
  ) {
    name = graph.name
    self.provenance = provenance
    input = Shape.map(graph.input).dimensions
    output = graph.output.dimensions
    taps = TapDocument.all(of: graph)
    preprocessing = PreprocessingDocument(graph.preprocessing)
    augmentation = AugmentationDocument(graph.augmentation)
    self.training = TrainingDocument(training ?? graph.training)
    labels = graph.labels
    totals = TotalsDocument(graph.totals)
    guard hasLayers else {
      layers = []
      return
    }
    layers = zip(graph.layers, PaperNames(graph.layers).names).map {
      LayerDocument($0, paperName: $1)
    }
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case name, provenance, input, output, taps, preprocessing, augmentation, training, labels,
      totals, layers
  }

  /// Writes `labels` as `null` if there are none.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(DocumentKind.graph.formatVersion, forKey: .formatVersion)
    try container.encode(name, forKey: .name)
    try container.encode(provenance, forKey: .provenance)
    try container.encode(input, forKey: .input)
    try container.encode(output, forKey: .output)
    try container.encodeIfPresent(taps, forKey: .taps)
    try container.encode(preprocessing, forKey: .preprocessing)
    try container.encode(augmentation, forKey: .augmentation)
    try container.encode(training, forKey: .training)
    try container.encode(labels, forKey: .labels)
    try container.encode(totals, forKey: .totals)
    try container.encode(layers, forKey: .layers)
  }
}

extension JSONSink {
  /// Writes the JSON of a whole network, layer by layer.
  ///
  /// - Parameter end: The text after the document, such as the comma after an array's element.
  package func write(
    _ graph: ModelGraph, _ provenance: ProvenanceDocument, end: String = ""
  ) throws {
    let (layers, names) = (graph.layers, PaperNames(graph.layers).names)
    try write(
      GraphDocument(graph, provenance, hasLayers: false),
      filling: GraphDocument.CodingKeys.layers.rawValue, count: layers.count, end: end
    ) { LayerDocument(layers[$0], paperName: names[$0]) }
  }
}

/// The origin of a document.
package struct ProvenanceDocument: Encodable {
  let generator = "vggc"
  let version: String
  let source: String
  let sha256: String

  package init(version: String, source: String, sha256: String) {
    self.version = version
    self.source = source
    self.sha256 = sha256
  }
}

/// All totals, with the shares of the features and the classifier.
struct TotalsDocument: Encodable {
  private let totals: ModelTotals

  init(_ totals: ModelTotals) {
    self.totals = totals
  }

  func encode(to encoder: any Encoder) throws {
    try TotalsEntry(totals).encode(to: encoder)
    var container = encoder.container(keyedBy: TotalKey.self)
    try container.encode(totals.featureParameters, forKey: .featureParameters)
    try container.encode(totals.classifierParameters, forKey: .classifierParameters)
  }
}
