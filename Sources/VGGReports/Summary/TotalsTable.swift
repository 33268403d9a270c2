import VGGDiagnostics
import VGGGraph

/// The totals of one model, each with how it is made up.
struct TotalsTable {
  let entries: [(total: Total, value: String, meaning: String)]

  init(_ graph: ModelGraph) {
    entries = Total.allCases.compactMap { total in
      guard let value = total.value(in: graph), let meaning = total.madeUp(in: graph) else {
        return nil
      }
      return (total, total.text(value), meaning)
    }
  }

  private var rows: [[String]] { entries.map { [$0.total.title, $0.value, $0.meaning] } }

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

extension Total {
  /// How the total comes about; `nil` where the table's heading has it already.
  fileprivate func madeUp(in graph: ModelGraph) -> String? {
    let totals = graph.totals
    switch self {
    case .weightLayers: return nil
    case .parameters:
      return "features \(grouped(totals.featureParameters)), classifier "
        + grouped(totals.classifierParameters)
    case .stateBytes: return "as float32"
    case .macs: return "\(abbreviated(totals.macs)); 2 FLOPs each where FLOPs are counted"
    case .flattened:
      let map = graph.finalMap
      return "\(map.channels) * \(map.height) * \(map.width)"
    case .receptiveField:
      return graph.lastReceptiveField.map {
        "pixels; jump \(grouped($0.jump)), padding \(grouped($0.padding)); last feature map"
      }
    case .activationBytes: return "all of them"
    case .peakActivationBytes: return "held at once when run"
    }
  }
}
