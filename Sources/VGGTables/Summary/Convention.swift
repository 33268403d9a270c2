import VGGGraph

/// A number of reports that other tools count otherwise, so that what it means stands beside it.
package enum Convention: CaseIterable, Sendable {
  case macs
  case parameters
  case receptiveField
  case activations
  case peak

  /// Those of the layers' tables.
  static let ofLayers: [Convention] = [.macs, .parameters, .receptiveField]

  /// Those of the layers and, where a network is whole, of the totals.
  package static func all(for models: [CheckedModel]) -> [Convention] {
    let hasTotals = models.contains { if case .graph = $0 { true } else { false } }
    return hasTotals ? allCases : ofLayers
  }
}
