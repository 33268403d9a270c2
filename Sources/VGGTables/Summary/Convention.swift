import VGGGraph

/// A number that other tools count differently, so that reports explain its meaning.
package enum Convention: CaseIterable, Sendable {
  case macs
  case parameters
  case receptiveField
  case activations
  case peak

  /// The conventions of the layer tables.
  static let ofLayers: [Convention] = [.macs, .parameters, .receptiveField]

  /// The conventions of the layers and, if any network is complete, of the totals.
  package static func all(for models: [CheckedModel]) -> [Convention] {
    let hasTotals = models.contains { if case .graph = $0 { true } else { false } }
    return hasTotals ? allCases : ofLayers
  }
}
