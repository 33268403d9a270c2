import VGGDiagnostics
import VGGGraph

/// Several networks side by side, one row each: what `vggc summary` prints of the built-in
/// configurations.
package struct ComparisonReport: Report {
  let graphs: [ModelGraph]

  package init(_ graphs: [ModelGraph]) {
    self.graphs = graphs
  }
}

/// One column of the comparison.
enum ComparisonColumn: CaseIterable {
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

  var column: TextTable.Column {
    switch self {
    case .name: .init(title: "network")
    case .weightLayers: .init(title: "layers", alignment: .right)
    case .parameters: .init(title: "parameters", alignment: .right)
    case .millions: .init(title: "(M)", alignment: .right, sacrifice: 5)
    case .macs: .init(title: "MACs", alignment: .right, sacrifice: 8)
    case .flattened: .init(title: "FC input", alignment: .right, sacrifice: 6)
    case .receptiveField: .init(title: "RF", alignment: .right, sacrifice: 7)
    case .jump: .init(title: "jump", alignment: .right, sacrifice: 2)
    case .padding: .init(title: "padding", alignment: .right, sacrifice: 1)
    case .activations: .init(title: "activations", alignment: .right, sacrifice: 4)
    case .peak: .init(title: "peak", alignment: .right, sacrifice: 3)
    }
  }

  /// What the column's numbers mean, where the title does not say it all.
  var convention: String? {
    switch self {
    case .name, .weightLayers: nil
    case .parameters: Conventions.parameters
    case .millions: "(M) is what the paper's Table 2 prints: parameters in millions, rounded."
    case .macs: Conventions.macs
    case .flattened: "FC input is channels * height * width of the last map."
    case .receptiveField: Conventions.receptiveField + " Here it is that of the last feature map."
    case .jump: "jump is the distance, in pixels, between what two neighbouring values see."
    case .padding: "padding is how far, in pixels, the first value sees past the image's edge."
    case .activations: Conventions.activations
    case .peak: Conventions.peak
    }
  }

  func cell(of graph: ModelGraph) -> String {
    let totals = graph.totals
    return switch self {
    case .name: printable(graph.name)
    case .weightLayers: grouped(totals.weightLayers)
    case .parameters: grouped(totals.parameters)
    case .millions: decimal(totals.parameters, per: 1_000_000, places: 0)
    case .macs: grouped(totals.macs)
    case .flattened: grouped(totals.flattened)
    case .receptiveField: graph.lastReceptiveField.map { grouped($0.size) } ?? "-"
    case .jump: graph.lastReceptiveField.map { grouped($0.jump) } ?? "-"
    case .padding: graph.lastReceptiveField.map { grouped($0.padding) } ?? "-"
    case .activations: bytes(totals.activationBytes)
    case .peak: bytes(totals.peakActivationBytes)
    }
  }
}
