import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension DifferenceReport {
  /// For a review, in GitHub's Markdown.
  package func markdown() -> String {
    (models.map(part) + [unpaired].filter { !$0.isEmpty }).joined(separator: "\n")
  }

  private var unpaired: String {
    onlyInOld.map { "- **\(markdownEscaped($0))** is only in the first.\n" }.joined()
      + onlyInNew.map { "- **\(markdownEscaped($0))** is only in the second.\n" }.joined()
  }

  private func part(of model: NetworkDifference) -> String {
    let (old, new) = (markdownEscaped(model.old.name), markdownEscaped(model.new.name))
    let heading = "## \(old) → \(new)\n"
    if model.isEmpty { return heading + "\nNo difference.\n" }
    let weights = WeightDifference(model.layers)
    let parts = [
      settings(model.settings), layers(model.layers), totals(model.totals),
      weights.summary(old: old, new: new) + "\n", groups(weights),
    ]
    return heading + parts.filter { !$0.isEmpty }.map { "\n" + $0 }.joined()
  }

  private func settings(_ changes: [SettingChange]) -> String {
    changes.map {
      "- `\($0.setting)`: \(markdownEscaped($0.old)) → \(markdownEscaped($0.new))\n"
    }.joined()
  }

  private func layers(_ changes: [LayerChange]) -> String {
    guard changes.contains(where: { $0.kind != .same }) else {
      return "The layers are the same.\n"
    }
    let table = MarkdownTable(
      titles: ChangeRow.titles,
      alignments: ChangeRow.titles.indices.map { $0 < 4 ? .left : .right },
      rows: ChangeRow.rows(of: changes).map { $0.cells.map(escaped) })
    return table.text + "\n" + Self.marks + "\n"
  }

  private func totals(_ changes: [TotalChange]) -> String {
    MarkdownTable(
      titles: ["total", "before", "after", "difference", ""],
      alignments: [.left, .right, .right, .right, .right],
      rows: changes.map { $0.cells.map(escaped) }
    ).text
  }

  /// Long lists are folded away.
  private func groups(_ weights: WeightDifference) -> String {
    weights.groups.map { group in
      let rows = group.rows.map { "| \($0.map(escaped).joined(separator: " | ")) |\n" }.joined()
      return "<details><summary>\(group.heading): \(grouped(group.rows.count))</summary>\n\n"
        + "| tensor | shape |\n| --- | --- |\n" + rows + "\n</details>\n"
    }.joined(separator: "\n")
  }

  /// A cell, with an arrow in place of the terminal's; a lone sign would begin a list.
  private func escaped(_ cell: String) -> String {
    let text = ["-", "+"].contains(cell) ? "`\(cell)`" : markdownEscaped(cell)
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0 == "-\\>" ? "→" : $0 }.joined(separator: " ")
  }
}
