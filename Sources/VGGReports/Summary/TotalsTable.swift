import VGGDiagnostics
import VGGGraph

/// The totals of one model, each with how it is made up.
struct TotalsTable {
  let rows: [[String]]

  init(_ graph: ModelGraph) {
    let totals = graph.totals
    let map = graph.finalMap
    var rows = [
      [
        "parameters", grouped(totals.parameters),
        "features \(grouped(totals.featureParameters)), classifier "
          + grouped(totals.classifierParameters),
      ],
      ["weights", bytes(graph.layers.stateBytes), "as float32"],
      [
        "MACs", grouped(totals.macs),
        "\(abbreviated(totals.macs)); 2 FLOPs each where FLOPs are counted",
      ],
      ["FC input", grouped(totals.flattened), "\(map.channels) * \(map.height) * \(map.width)"],
    ]
    if let field = graph.lastReceptiveField {
      rows.append([
        "receptive field", grouped(field.size),
        "pixels; jump \(grouped(field.jump)), padding \(grouped(field.padding)); last feature map",
      ])
    }
    rows.append(["activations", bytes(totals.activationBytes), "all of them"])
    rows.append(["peak", bytes(totals.peakActivationBytes), "held at once when run"])
    self.rows = rows
  }

  func lines(width: Int, style: TerminalStyle) -> [String] {
    table.lines(width: width, style: style)
  }

  var html: XMLElement { table.html }

  private var table: TextTable {
    TextTable(
      [
        .init(title: "total"), .init(title: "", alignment: .right),
        .init(title: "", sacrifice: 1, movesBelow: true),
      ], rows: rows.map { .cells($0) })
  }

  var markdown: MarkdownTable {
    MarkdownTable(
      titles: ["total", "", "made up of"], alignments: [.left, .right, .left],
      rows: rows.map { $0.map(markdownEscaped) })
  }
}

extension ModelGraph {
  /// What one value of the last feature map sees, before any adaptive pooling.
  var lastReceptiveField: ReceptiveField? {
    layers.last { layer in
      if case .features = layer.position { true } else { false }
    }?.receptiveField
  }
}
