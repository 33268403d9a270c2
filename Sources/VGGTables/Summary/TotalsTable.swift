import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// The totals of one model, each with its parts.
package struct TotalsTable {
  package let entries: [(total: Total, value: String, meaning: String)]
  private let phrases: any TablePhrasebook

  package init(_ graph: ModelGraph, _ phrases: any TablePhrasebook) {
    self.phrases = phrases
    entries = Total.allCases.compactMap { total in
      guard let value = total.value(in: graph),
        let meaning = total.breakdown(in: graph, phrases)
      else { return nil }
      return (total, total.text(value, in: phrases), meaning)
    }
  }

  private var rows: [[String]] {
    entries.map { [$0.total.title(in: phrases), $0.value, $0.meaning] }
  }

  func lines(width: Int, style: TerminalStyle) -> [String] {
    table.lines(width: width, style: style)
  }

  package var table: TextTable {
    TextTable(
      [
        .init(title: phrases.tableTexts.totalsTitle), .init(title: "", alignment: .right),
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
  /// The parts of the total; `nil` if the total is already in the table's heading.
  fileprivate func breakdown(in graph: ModelGraph, _ phrases: any TablePhrasebook) -> String? {
    let totals = graph.totals
    switch self {
    case .weightLayers: return nil
    case .parameters:
      return phrases.parameterBreakdown(
        features: totals.featureParameters, classifier: totals.classifierParameters)
    case .stateBytes: return phrases.tableTexts.weightBreakdown
    case .macs: return phrases.macBreakdown(totals.macs)
    case .flattened:
      let map = graph.finalMap
      return "\(map.channels) * \(map.height) * \(map.width)"
    case .receptiveField:
      return graph.lastReceptiveField.map {
        phrases.receptiveFieldBreakdown($0, isPooledAfter: graph.adaptivePool != nil)
      }
    case .activationBytes: return phrases.tableTexts.activationBreakdown
    case .peakActivationBytes: return phrases.tableTexts.peakBreakdown
    }
  }
}
