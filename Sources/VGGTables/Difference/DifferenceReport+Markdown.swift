import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension DifferenceReport {
  /// The report in GitHub Flavored Markdown, for a review.
  package func markdown() -> String {
    (models.map(part) + [unpaired].filter { !$0.isEmpty }).joined(separator: "\n")
  }

  private var english: DifferenceTexts { English().differenceTexts }

  private var unpaired: String {
    onlyInOld.map { "- **\(markdownEscaped($0))** is only in the first.\n" }.joined()
      + onlyInNew.map { "- **\(markdownEscaped($0))** is only in the second.\n" }.joined()
  }

  private func part(of model: NetworkDifference) -> String {
    let (old, new) = (markdownEscaped(model.old.name), markdownEscaped(model.new.name))
    let heading = "## \(old) → \(new)\n"
    if model.isEmpty { return heading + "\n\(english.noDifference)\n" }
    let weights = WeightDifference(model.layers)
    let parts = [
      settings(model.settings), layers(model.layers), totals(model.totals),
      weights.summary(old: old, new: new, in: English()) + "\n", groups(weights),
    ]
    return heading + parts.filter { !$0.isEmpty }.map { "\n" + $0 }.joined()
  }

  private func settings(_ changes: [SettingChange]) -> String {
    changes.map {
      "- `\($0.setting)`: \(markdownEscaped(English().words(for: $0.old))) → \(markdownEscaped(English().words(for: $0.new)))\n"
    }.joined()
  }

  private func layers(_ changes: [LayerChange]) -> String {
    guard changes.contains(where: { $0.kind != .same }) else {
      return english.sameLayers + "\n"
    }
    let table = MarkdownTable(
      titles: [""] + english.layerColumns,
      alignments: (0...english.layerColumns.count).map { $0 < 4 ? .left : .right },
      rows: ChangeRow.rows(of: changes).map { $0.cells(in: English()).map(escaped) })
    return table.text + "\n" + english.marks + "\n"
  }

  private func totals(_ changes: [TotalChange]) -> String {
    MarkdownTable(
      titles: english.totalColumns + [""],
      alignments: [.left, .right, .right, .right, .right],
      rows: changes.map { $0.cells(in: English()).map(escaped) }
    ).text
  }

  /// The groups of tensors, each list collapsed.
  private func groups(_ weights: WeightDifference) -> String {
    weights.groups(in: English()).map { group in
      let rows = group.rows.map { "| \($0.map(escaped).joined(separator: " | ")) |\n" }.joined()
      return "<details><summary>\(group.heading): \(grouped(group.rows.count))</summary>\n\n"
        + "| tensor | shape |\n| --- | --- |\n" + rows + "\n</details>\n"
    }.joined(separator: "\n")
  }

  /// An escaped cell: the terminal's arrow becomes `→`, and a lone sign, which would start a list, becomes code.
  private func escaped(_ cell: String) -> String {
    let text = ["-", "+"].contains(cell) ? "`\(cell)`" : markdownEscaped(cell)
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0 == "-\\>" ? "→" : $0 }.joined(separator: " ")
  }
}
