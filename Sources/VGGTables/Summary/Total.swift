import VGGDiagnostics
import VGGGraph
import VGGGraphJSON

/// A total of a whole network.
package enum Total: CaseIterable, Sendable {
  case weightLayers
  case parameters
  case stateBytes
  case macs
  case flattened
  case receptiveField
  case activationBytes
  case peakActivationBytes

  /// The total's key in JSON and on pages.
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

  /// The total's title in tables.
  package func title(in phrases: any TablePhrasebook) -> String { phrases.title(of: self) }

  /// The total's value; `nil` for a receptive field that is the whole image.
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
  /// The receptive field of one value of the last feature map, before any adaptive pooling.
  package var lastReceptiveField: ReceptiveField? {
    layers.last { layer in
      if case .features = layer.position { true } else { false }
    }?.receptiveField
  }
}
