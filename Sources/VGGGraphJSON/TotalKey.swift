import VGGGraph

/// The keys of a network's totals in every JSON document, and the names of their columns in comma-separated
/// tables.
package enum TotalKey: String, CodingKey, CaseIterable, Sendable {
  case weightLayers = "weight_layers"
  case flattened, parameters
  case featureParameters = "feature_parameters"
  case classifierParameters = "classifier_parameters"
  case macs
  case activationBytes = "activation_bytes"
  case peakActivationBytes = "peak_activation_bytes"
  case stateBytes = "weight_bytes"
  case receptiveField = "receptive_field"
}

/// The totals that every document has: without the shares of the features and the classifier.
package struct TotalsEntry: Encodable {
  private let totals: ModelTotals?

  /// - Parameter totals: `nil` for a network that stops, whose totals are written as `null`.
  package init(_ totals: ModelTotals?) {
    self.totals = totals
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: TotalKey.self)
    try container.encode(totals?.weightLayers, forKey: .weightLayers)
    try container.encode(totals?.flattened, forKey: .flattened)
    try container.encode(totals?.parameters, forKey: .parameters)
    try container.encode(totals?.macs, forKey: .macs)
    try container.encode(totals?.activationBytes, forKey: .activationBytes)
    try container.encode(totals?.peakActivationBytes, forKey: .peakActivationBytes)
  }
}
