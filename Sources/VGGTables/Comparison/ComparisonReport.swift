import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// A table with one row per network: the output of `vggc summary` for the built-in configurations.
package struct ComparisonReport: Report {
  let graphs: [ModelGraph]
  /// The phrases of the terminal text; all other formats are in English.
  let phrases: any TablePhrasebook

  package init(_ graphs: [ModelGraph], in phrases: any TablePhrasebook = English()) {
    self.graphs = graphs
    self.phrases = phrases
  }
}

/// A column of the comparison.
package enum ComparisonColumn: CaseIterable, Sendable {
  case name
  case weightLayers
  case parameters
  case millions
  case macs
  case flattened
  case receptiveField
  case jump
  case padding
  case activations
  case peak

  func column(in phrases: any TablePhrasebook) -> TextTable.Column {
    let title = phrases.title(of: self)
    return switch self {
    case .name: .init(title: title)
    case .weightLayers, .parameters: .init(title: title, alignment: .right)
    case .millions: .init(title: title, alignment: .right, sacrifice: 5)
    case .macs: .init(title: title, alignment: .right, sacrifice: 8)
    case .flattened: .init(title: title, alignment: .right, sacrifice: 6)
    case .receptiveField: .init(title: title, alignment: .right, sacrifice: 7)
    case .jump: .init(title: title, alignment: .right, sacrifice: 2)
    case .padding: .init(title: title, alignment: .right, sacrifice: 1)
    case .activations: .init(title: title, alignment: .right, sacrifice: 4)
    case .peak: .init(title: title, alignment: .right, sacrifice: 3)
    }
  }

  func cell(of graph: ModelGraph, in phrases: any TablePhrasebook) -> String {
    let totals = graph.totals
    return switch self {
    case .name: printable(graph.name)
    case .weightLayers: grouped(totals.weightLayers)
    case .parameters: grouped(totals.parameters)
    case .millions: decimal(totals.parameters, per: 1_000_000, places: 0)
    case .macs: grouped(totals.macs)
    case .flattened: totals.flattened.map(grouped) ?? "-"
    case .receptiveField: graph.lastReceptiveField.map { grouped($0.size) } ?? "-"
    case .jump: graph.lastReceptiveField.map { grouped($0.jump) } ?? "-"
    case .padding: graph.lastReceptiveField.map { grouped($0.padding) } ?? "-"
    case .activations: phrases.amount(ofBytes: totals.activationBytes)
    case .peak: phrases.amount(ofBytes: totals.peakActivationBytes)
    }
  }
}
