import VGGDiagnostics

/// A table in GitHub's Markdown.
struct MarkdownTable {
  let titles: [String]
  let alignments: [TextAlignment]
  var rows: [[String]]

  var text: String {
    let rule = alignments.map { $0 == .right ? "---:" : "---" }
    return ([titles, rule] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }
}

/// `text` so that Markdown shows it as it is.
func markdownEscaped(_ text: String) -> String {
  var escaped = ""
  for character in printable(text) {
    if "\\`*_[]<>|#&~".contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
  return escaped
}
