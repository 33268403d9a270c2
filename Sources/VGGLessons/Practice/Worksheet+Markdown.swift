import VGGDiagnostics
import VGGMarkup

extension Worksheet {
  /// The worksheet in GitHub Flavored Markdown.
  package func markdown(_ part: Part, command: String) -> String {
    let table = MarkdownTable(
      titles: WorksheetColumn.allCases.map { markdownEscaped(phrases.title(of: $0)) },
      alignments: WorksheetColumn.allCases.map(\.alignment),
      rows: rows.map { row in row.map { markdownEscaped(text(of: $0, part)) } })
    switch part {
    case .sheet:
      return [
        "# \(markdownEscaped(phrases.worksheetTitle(graph)))\n",
        "\(markdownEscaped(phrases.lessonTexts.nameAndDate))\n", "\(markdownEscaped(task))\n",
        table.text,
        "## \(phrases.lessonTexts.reminders)\n",
        "\(markdownEscaped(oneLine(phrases.lessonTexts.notationReminder)))\n",
        fenced(reminders), "\(markdownEscaped(phrases.madeBy(command)))\n",
      ].joined(separator: "\n")
    case .key:
      return [
        "# \(markdownEscaped(phrases.answerKeyTitle(graph)))\n", table.text,
        "## \(phrases.lessonTexts.arithmeticHeading)\n",
        solutions.map {
          "- \($0.number) \(markdownEscaped($0.layer)): \(markdownEscaped($0.text))\n"
        }.joined(),
        "\(markdownEscaped(phrases.madeBy(command)))\n",
      ].joined(separator: "\n")
    }
  }

  private func fenced(_ lines: [String]) -> String {
    "```text\n" + lines.map { $0 + "\n" }.joined() + "```\n"
  }
}
