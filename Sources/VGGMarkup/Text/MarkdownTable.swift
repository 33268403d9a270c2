import VGGDiagnostics

/// A table in GitHub's Markdown.
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
    return ([titles, rule] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }
}

/// `text` so that Markdown shows it as it is.
package func markdownEscaped(_ text: String) -> String {
  var escaped = ""
  for character in printable(text) {
    if "\\`*_[]<>|#&~".contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
  return escaped
}
