import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// A column of a worksheet's table.
package enum WorksheetColumn: CaseIterable, Sendable {
  case layer
  case notation
  case inChannels
  case output
  case parameters
  case macs
  case receptiveField

  /// The subject of a blank in the column; for layers that flatten, the output is the flattened size.
  func subject(for layer: Layer) -> Question.Subject? {
    switch self {
    case .layer, .notation: nil
    case .inChannels: .inChannels
    case .output: layer.kind.isFlatten ? .flattened : .outputMap
    case .parameters: .parameters
    case .macs: .macs
    case .receptiveField: .receptiveField
    }
  }

  func text(of layer: Layer, named name: String) -> String {
    switch self {
    case .layer: name
    case .notation: layer.kind.notation
    case .inChannels: layer.kind.convolution.map { "\($0.inputChannels)" } ?? ""
    case .output: "\(layer.output)"
    case .parameters: layer.parameters == 0 ? "" : grouped(layer.parameters)
    case .macs: layer.macs == 0 ? "" : grouped(layer.macs)
    case .receptiveField: layer.receptiveField.map { grouped($0.size) } ?? ""
    }
  }

  var alignment: TextAlignment {
    switch self {
    case .layer, .notation: .left
    case .inChannels, .output, .parameters, .macs, .receptiveField: .right
    }
  }
}
