import VGGDiagnostics

/// A table in GitHub Flavored Markdown.
package struct MarkdownTable {
  let titles: [String]
  let alignments: [TextAlignment]
  let rows: [[String]]

  package init(titles: [String], alignments: [TextAlignment], rows: [[String]]) {
    self.titles = titles
    self.alignments = alignments
    self.rows = rows
  }

  package var text: String {
    let rule = alignments.map { $0 == .right ? "---:" : "---" }
    return ([titles, rule] + rows).map(Self.line).joined()
  }

  /// A row of `cells`, with a final line break.
  package static func line(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }
}

/// `text` escaped so that Markdown shows it literally.
package func markdownEscaped(_ text: String) -> String {
  var escaped = ""
  for character in printable(text) {
    if "\\`*_[]<>|#&~".contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
  return escaped
}
