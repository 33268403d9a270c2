import VGGDiagnostics

extension DiagnosticID {
  /// The output of `vggc explain linear-input-mismatch`: title, meaning, an example with its
  /// message, the repair.
  ///
  /// - Parameters:
  ///   - message: The report of the example's command, as rendered for the terminal.
  ///   - width: The maximum number of columns for prose.
  ///   - phrasebook: The language of everything except the example.
  package func explained(
    message: String, width: Int, style: TerminalStyle, in phrasebook: some FindingPhrasebook
  ) -> String {
    let width = min(max(width, 40), 100)
    let level = style.coloured(
      phrasebook.headings[severity], severity == .error ? .red : .yellow)
    let (explanation, headings) = (
      phrasebook.explanation(of: self), phrasebook.explanationHeadings
    )
    var text = "\(style.bold(rawValue)) (\(level))\n\n"
    text += prose(explanation.title + ".", width: width) + "\n"
    text += prose(explanation.meaning, width: width)
    text += "\n" + style.bold("\(headings.example):") + "\n\n"
    text += indented(example.text)
    text += "\n" + style.dim("$ \(example.command(for: fileName))") + "\n" + message
    text += "\n" + style.bold(headings.repair) + "\n\n"
    text += prose(explanation.repair, width: width)
    text += "\n" + style.bold("\(headings.repaired):") + "\n\n"
    text += indented(example.repaired)
    return text
  }

  private func indented(_ source: String) -> String {
    lines(of: source).map { $0.isEmpty ? "\n" : "    \(printable(String($0)))\n" }.joined()
  }

  /// Paragraphs broken into lines of at most `width` columns.
  private func prose(_ text: String, width: Int) -> String {
    lines(of: text).map { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, displayWidth(line) + 1 + displayWidth(word) > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      return (lines + [line]).joined(separator: "\n") + "\n"
    }.joined()
  }

  /// The lines without their line breaks; a break at the very end starts no further line.
  private func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
