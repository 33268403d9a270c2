import VGGDiagnostics
import VGGGraph
import VGGGraphJSON

/// A number of a whole network.
package enum Total: CaseIterable, Sendable {
  case weightLayers
  case parameters
  case stateBytes
  case macs
  case flattened
  case receptiveField
  case activationBytes
  case peakActivationBytes

  /// In JSON and on pages.
  package var key: TotalKey {
    switch self {
    case .weightLayers: .weightLayers
    case .parameters: .parameters
    case .stateBytes: .stateBytes
    case .macs: .macs
    case .flattened: .flattened
    case .receptiveField: .receptiveField
    case .activationBytes: .activationBytes
    case .peakActivationBytes: .peakActivationBytes
    }
  }

  /// In tables.
  package func title(in phrases: any TablePhrasebook) -> String { phrases.title(of: self) }

  /// `nil` for a receptive field that is the whole image.
  func value(in graph: ModelGraph) -> TotalValue? {
    let totals = graph.totals
    return switch self {
    case .weightLayers: .count(totals.weightLayers)
    case .parameters: .count(totals.parameters)
    case .stateBytes: .count(graph.layers.stateBytes)
    case .macs: .count(totals.macs)
    case .flattened: totals.flattened.map { .count($0) }
    case .receptiveField: graph.lastReceptiveField.map { TotalValue($0.size) }
    case .activationBytes: .count(totals.activationBytes)
    case .peakActivationBytes: .count(totals.peakActivationBytes)
    }
  }

  func text(_ value: TotalValue, in phrases: any TablePhrasebook) -> String {
    switch value {
    case .count(let count): text(count, in: phrases)
    case .rectangle(let sides): grouped(sides)
    }
  }

  func text(_ value: Int, in phrases: any TablePhrasebook) -> String {
    switch self {
    case .weightLayers, .parameters, .macs, .flattened, .receptiveField: grouped(value)
    case .stateBytes, .activationBytes, .peakActivationBytes: phrases.amount(ofBytes: value)
    }
  }
}

extension ModelGraph {
  /// What one value of the last feature map sees, before any adaptive pooling.
  package var lastReceptiveField: ReceptiveField? {
    layers.last { layer in
      if case .features = layer.position { true } else { false }
    }?.receptiveField
  }
}
