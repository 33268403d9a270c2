import VGGDiagnostics
import VGGGraph
import VGGGraphJSON
import VGGMarkup

extension ComparisonReport {
  /// An aligned table with one row per network, and fewer columns if there is little room.
  package func text(width: Int, style: TerminalStyle = .plain) -> String {
    let columns = ComparisonColumn.allCases
    let table = table(in: phrases)
    let notes = table.keptColumns(within: width).compactMap { phrases.meaning(of: columns[$0]) }
      .flatMap { wrap($0, width: width, indent: "  ") }
    let lines = table.lines(width: width, style: style) + [""] + notes.map(style.dim)
    return lines.joined(separator: "\n") + "\n"
  }

  package func table(in phrases: any TablePhrasebook) -> TextTable {
    let columns = ComparisonColumn.allCases
    return TextTable(columns.map { $0.column(in: phrases) }, rowCount: graphs.count) { row in
      .cells(columns.map { $0.cell(of: graphs[row], in: phrases) })
    }
  }

  /// A table in GitHub Flavored Markdown with one row per network.
  package func markdown() -> String {
    let phrases = English()
    let columns = ComparisonColumn.allCases
    let table = MarkdownTable(
      titles: columns.map(phrases.title),
      alignments: columns.map { $0.column(in: phrases).alignment },
      rows: graphs.map { graph in
        columns.map { markdownEscaped($0.cell(of: graph, in: phrases)) }
      })
    return table.text + "\n" + columns.compactMap(phrases.meaning).map { "- \($0)\n" }.joined()
  }

  /// A CSV table (RFC 4180) with a header, one line per network, and sizes in bytes.
  package func csv() -> String {
    let header = csvRow([
      "model", TotalKey.weightLayers.rawValue, TotalKey.parameters.rawValue,
      "parameters_in_millions", TotalKey.macs.rawValue, TotalKey.flattened.rawValue,
      TotalKey.receptiveField.rawValue, "jump", "padding", TotalKey.activationBytes.rawValue,
      TotalKey.peakActivationBytes.rawValue,
    ])
    let rows = graphs.map { graph in
      let totals = graph.totals
      let field = graph.lastReceptiveField
      return csvRow([
        graph.name, String(totals.weightLayers), String(totals.parameters),
        decimal(totals.parameters, per: 1_000_000, places: 0), String(totals.macs),
        totals.flattened.map { String($0) } ?? "", field.map { $0.size.brief } ?? "",
        field.map { $0.jump.brief } ?? "", field.map { $0.padding.brief } ?? "",
        String(totals.activationBytes), String(totals.peakActivationBytes),
      ])
    }
    return header + rows.joined()
  }

  /// The same JSON as ``SummaryReport/json()`` of the networks: so that programs need to handle only one format.
  package func json() throws -> String {
    try SummaryReport(graphs.map(CheckedModel.graph)).json()
  }
}
