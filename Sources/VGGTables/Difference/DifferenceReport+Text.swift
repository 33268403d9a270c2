import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension DifferenceReport {
  /// The report as text for a terminal of `width` columns.
  package func text(width: Int, style: TerminalStyle = .plain) -> String {
    let parts =
      models.map { part(of: $0, width: width, style: style) }
      + [unpaired].filter {
        !$0.isEmpty
      }
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var texts: DifferenceTexts { phrases.differenceTexts }

  private var unpaired: [String] {
    onlyInOld.map { "- \(phrases.onlyInFirst(printable($0)))" }
      + onlyInNew.map { "+ \(phrases.onlyInSecond(printable($0)))" }
  }

  private func part(of model: NetworkDifference, width: Int, style: TerminalStyle) -> [String] {
    let (old, new) = (printable(model.old.name), printable(model.new.name))
    let heading = [style.bold("\(old) -> \(new)"), ""]
    if model.isEmpty { return heading + [texts.noDifference] }
    return heading + settings(model.settings, width: width, style: style)
      + layers(model.layers, width: width, style: style)
      + totals(model.totals, width: width, style: style)
      + weights(WeightDifference(model.layers), old: old, new: new, width: width, style: style)
  }

  private func settings(
    _ changes: [SettingChange], width: Int, style: TerminalStyle
  ) -> [String] {
    guard !changes.isEmpty else { return [] }
    return changes.flatMap {
      wrap(
        "\($0.setting): \(phrases.words(for: $0.old)) -> \(phrases.words(for: $0.new))",
        width: width, indent: "  ")
    } + [""]
  }

  private func layers(_ changes: [LayerChange], width: Int, style: TerminalStyle) -> [String] {
    guard changes.contains(where: { $0.kind != .same }) else {
      return [texts.sameLayers, ""]
    }
    let rows = ChangeRow.rows(of: changes)
    let columns: [TextTable.Column] = zip(
      [""] + texts.layerColumns, [nil, nil, 1, nil, 2, nil, 4, 3]
    )
    .enumerated()
    .map { index, column in
      .init(
        title: column.0, alignment: index < 4 ? .left : .right, sacrifice: column.1)
    }
    let table = TextTable(columns, rowCount: rows.count) { .cells(rows[$0].cells(in: phrases)) }
    return table.lines(width: width, style: style) + [""]
      + wrap(texts.marks, width: width, indent: "  ").map(style.dim) + [""]
  }

  private func totals(_ changes: [TotalChange], width: Int, style: TerminalStyle) -> [String] {
    let table = TextTable(
      texts.totalColumns.enumerated().map { index, title in
        .init(title: title, alignment: index == 0 ? .left : .right)
      } + [.init(title: "", alignment: .right, sacrifice: 1)],
      rows: changes.map { .cells($0.cells(in: phrases)) })
    return table.lines(width: width, style: style) + [""]
  }

  private func weights(
    _ weights: WeightDifference, old: String, new: String, width: Int, style: TerminalStyle
  ) -> [String] {
    let groups = weights.groups(in: phrases)
    let columns = groups.flatMap(\.rows).map { displayWidth($0[0]) }.max() ?? 0
    return wrap(weights.summary(old: old, new: new, in: phrases), width: width)
      + groups.flatMap { group in
        ["", "  " + style.bold(group.heading)]
          + group.rows.map { "    \(pad($0[0], to: columns))  \($0[1])" }
      }
  }
}
