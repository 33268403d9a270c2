import VGGDiagnostics
import VGGGraph

/// The columns of the text summary, from left to right.
enum LayerColumn: CaseIterable {
  case name
  case torchvisionName
  case notation
  case input
  case output
  case parameters
  case macs
  case receptiveField
  case arithmetic

  var column: TextTable.Column {
    switch self {
    case .name: .init(title: "layer")
    case .torchvisionName: .init(title: "torchvision", sacrifice: 2)
    case .notation: .init(title: "notation", sacrifice: 4)
    case .input: .init(title: "input", alignment: .right, sacrifice: 3)
    case .output: .init(title: "output", alignment: .right)
    case .parameters: .init(title: "parameters", alignment: .right, sacrifice: 7)
    case .macs: .init(title: "MACs", alignment: .right, sacrifice: 6)
    case .receptiveField: .init(title: "RF", alignment: .right, sacrifice: 5)
    case .arithmetic: .init(title: "arithmetic", sacrifice: 1, movesBelow: true)
    }
  }

  func cell(of layer: Layer, named name: String) -> String {
    switch self {
    case .name: name
    case .torchvisionName: layer.name
    case .notation: layer.kind.notation
    case .input: layer.input.description
    case .output: layer.output.description
    case .parameters: layer.parameters == 0 ? "-" : grouped(layer.parameters)
    case .macs: layer.macs == 0 ? "-" : grouped(layer.macs)
    case .receptiveField: layer.receptiveField.map { grouped($0.size) } ?? "-"
    case .arithmetic: layer.arithmetic
    }
  }
}

extension Layer {
  /// The formulas of the output's size and of the parameters, with the numbers put in.
  var arithmetic: String {
    let sizes = namedSizeFormulas
    let axes = sizes.map { sizes.count == 1 ? $0.formula : "\($0.quantity.rawValue) \($0.formula)" }
    return (axes + [parameterFormula].compactMap { $0 }).joined(separator: "; ")
  }
}
