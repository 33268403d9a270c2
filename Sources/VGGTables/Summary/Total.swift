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
  func value(in graph: ModelGraph) -> Int? {
    let totals = graph.totals
    return switch self {
    case .weightLayers: totals.weightLayers
    case .parameters: totals.parameters
    case .stateBytes: graph.layers.stateBytes
    case .macs: totals.macs
    case .flattened: totals.flattened
    case .receptiveField: graph.lastReceptiveField?.size
    case .activationBytes: totals.activationBytes
    case .peakActivationBytes: totals.peakActivationBytes
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
