import VGGGraph

/// The JSON of a whole network.
struct GraphDocument: Encodable {
  /// Grows when a reader of an older version could misread the document.
  static let formatVersion = 1

  let name: String
  let provenance: ProvenanceDocument
  let input: [Int]
  let output: [Int]
  let preprocessing: PreprocessingDocument
  let augmentation: AugmentationDocument
  let training: TrainingDocument
  let labels: [String]?
  let totals: TotalsDocument
  let layers: [LayerDocument]

  init(_ graph: ModelGraph, _ provenance: Provenance) {
    name = graph.name
    self.provenance = ProvenanceDocument(
      generator: "vggc", version: provenance.version, source: provenance.source,
      sha256: provenance.sha256)
    input = Shape.map(graph.input).dimensions
    output = graph.output.dimensions
    preprocessing = PreprocessingDocument(graph.preprocessing)
    augmentation = AugmentationDocument(graph.augmentation)
    training = TrainingDocument(graph.training)
    labels = graph.labels
    totals = TotalsDocument(graph.totals)
    layers = zip(graph.layers, PaperNames(graph.layers).names).map {
      LayerDocument($0, paperName: $1)
    }
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case name, provenance, input, output, preprocessing, augmentation, training, labels, totals,
      layers
  }

  /// `labels` is written as `null` where there are none.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.formatVersion, forKey: .formatVersion)
    try container.encode(name, forKey: .name)
    try container.encode(provenance, forKey: .provenance)
    try container.encode(input, forKey: .input)
    try container.encode(output, forKey: .output)
    try container.encode(preprocessing, forKey: .preprocessing)
    try container.encode(augmentation, forKey: .augmentation)
    try container.encode(training, forKey: .training)
    try container.encode(labels, forKey: .labels)
    try container.encode(totals, forKey: .totals)
    try container.encode(layers, forKey: .layers)
  }
}

struct ProvenanceDocument: Encodable {
  let generator: String
  let version: String
  let source: String
  let sha256: String
}

struct PreprocessingDocument: Encodable {
  let resize: Int
  /// Height and width.
  let crop: [Int]
  let mean: [Double]
  let std: [Double]

  init(_ preprocessing: Preprocessing) {
    resize = preprocessing.resize
    crop = [preprocessing.crop.height, preprocessing.crop.width]
    mean = preprocessing.mean
    std = preprocessing.deviation
  }
}

struct TotalsDocument: Encodable {
  let weightLayers: Int
  let flattened: Int
  let parameters: Int
  let featureParameters: Int
  let classifierParameters: Int
  let macs: Int
  let activationBytes: Int
  let peakActivationBytes: Int

  init(_ totals: ModelTotals) {
    weightLayers = totals.weightLayers
    flattened = totals.flattened
    parameters = totals.parameters
    featureParameters = totals.featureParameters
    classifierParameters = totals.classifierParameters
    macs = totals.macs
    activationBytes = totals.activationBytes
    peakActivationBytes = totals.peakActivationBytes
  }

  enum CodingKeys: String, CodingKey {
    case weightLayers = "weight_layers"
    case flattened, parameters
    case featureParameters = "feature_parameters"
    case classifierParameters = "classifier_parameters"
    case macs
    case activationBytes = "activation_bytes"
    case peakActivationBytes = "peak_activation_bytes"
  }
}
