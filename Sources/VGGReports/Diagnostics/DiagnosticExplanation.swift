import VGGDiagnostics
import VGGFindings

extension DiagnosticCatalogue {
  /// What `vggc explain linear-input-mismatch` prints: title, meaning, an example with its message,
  /// the repair.
  ///
  /// - Parameters:
  ///   - message: What the entry's command reports, as rendered for the terminal.
  ///   - width: The columns that prose may take.
  package static func explain(
    _ id: DiagnosticID, message: String, width: Int, style: TerminalStyle
  ) -> String {
    let entry = entry(for: id)
    let width = min(max(width, 40), 100)
    let severity =
      switch id.severity {
      case .error: style.coloured("error", .red)
      case .warning: style.coloured("warning", .yellow)
      }
    var text = "\(style.bold(id.rawValue)) (\(severity))\n\n"
    text += prose(entry.title + ".", width: width) + "\n"
    text += prose(entry.meaning, width: width)
    text += "\n" + style.bold("Example:") + "\n\n"
    text += indented(entry.example)
    text += "\n" + style.dim("$ \(entry.command)") + "\n" + message
    text += "\n" + style.bold("What to do") + "\n\n"
    text += prose(entry.repair, width: width)
    text += "\n" + style.bold("Mended:") + "\n\n"
    text += indented(entry.repaired)
    return text
  }

  private static func indented(_ source: String) -> String {
    lines(of: source).map { $0.isEmpty ? "\n" : "    \(printable(String($0)))\n" }.joined()
  }

  /// Paragraphs broken into lines of at most `width` columns.
  private static func prose(_ text: String, width: Int) -> String {
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

  /// The lines without their breaks; a break at the very end starts no further line.
  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
