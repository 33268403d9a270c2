import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// The columns of the layer table, from left to right.
package enum LayerColumn: CaseIterable, Sendable {
  case name
  case torchvisionName
  case notation
  case input
  case output
  case parameters
  case macs
  case receptiveField
  case arithmetic

  package func column(in phrases: any TablePhrasebook) -> TextTable.Column {
    let title = phrases.title(of: self)
    return switch self {
    case .name: .init(title: title)
    case .torchvisionName: .init(title: title, sacrifice: 2)
    case .notation: .init(title: title, sacrifice: 4)
    case .input: .init(title: title, alignment: .right, sacrifice: 3)
    case .output: .init(title: title, alignment: .right)
    case .parameters: .init(title: title, alignment: .right, sacrifice: 7)
    case .macs: .init(title: title, alignment: .right, sacrifice: 6)
    case .receptiveField: .init(title: title, alignment: .right, sacrifice: 5)
    case .arithmetic: .init(title: title, sacrifice: 1, movesBelow: true)
    }
  }

  package func cell(of layer: Layer, named name: String, in phrases: any TablePhrasebook) -> String
  {
    switch self {
    case .name: name
    case .torchvisionName: layer.name
    case .notation: layer.kind.notation
    case .input: layer.input.description
    case .output: layer.output.description
    case .parameters: layer.parameters == 0 ? "-" : grouped(layer.parameters)
    case .macs: layer.macs == 0 ? "-" : grouped(layer.macs)
    case .receptiveField: layer.receptiveField.map { grouped($0.size) } ?? "-"
    case .arithmetic: layer.arithmetic(in: phrases)
    }
  }
}

extension Layer {
  /// The formulas of the output's size and of the parameters, with the numbers substituted.
  func arithmetic(in phrases: any TablePhrasebook) -> String {
    if let pool = kind.adaptivePool { return phrases.pooled(to: pool) }
    let sizes = namedSizeFormulas
    let axes = sizes.map { quantity, formula in
      sizes.count == 1 ? formula : "\(phrases.name(of: quantity)) \(formula)"
    }
    return (axes + [parameterFormula].compactMap { $0 }).joined(separator: "; ")
  }
}
