import VGGGraph

/// A number that other tools count differently, so that reports explain its meaning.
package enum Convention: CaseIterable, Sendable {
  case macs
  case parameters
  case receptiveField
  case activations
  case peak
  case taps

  /// The conventions of the layer tables.
  static let ofLayers: [Convention] = [.macs, .parameters, .receptiveField]

  /// The conventions of the layers and, if any network is complete, of the totals.
  package static func all(for models: [CheckedModel]) -> [Convention] {
    let graphs = models.compactMap { if case .graph(let graph) = $0 { graph } else { nil } }
    guard !graphs.isEmpty else { return ofLayers }
    let hasTaps = graphs.contains { !$0.taps.isEmpty }
    return ofLayers + [.activations, .peak] + (hasTaps ? [.taps] : [])
  }
}
