/// Diagnostics as compilers print them: place, verdict, the line with carets under it, notes, help.
///
///     custom.yaml:6:18: error: linear layer takes 25088 inputs, … [linear-input-mismatch]
///      6 |   - linear: {in: 25088, out: 4096}
///        |                  ^^^^^ 256 x 4 x 4 = 4096
package struct TextRenderer: Sendable {
  private let style: TerminalStyle
  private let excerpt: SourceExcerpt

  /// - Parameter width: The most columns that an excerpt takes; longer lines are cut around the
  ///   carets.
  package init(style: TerminalStyle = .plain, width: Int = 100) {
    self.style = style
    self.excerpt = SourceExcerpt(width: width)
  }

  package func render(_ report: DiagnosticReport) -> String {
    report.diagnostics.map { render($0, in: report.sources) }.joined()
  }

  private func render(_ diagnostic: WordedDiagnostic, in sources: SourceMap) -> String {
    var text = headline(diagnostic, in: sources)
    text += marked(diagnostic, in: sources)
    for note in diagnostic.notes { text += line(for: note, in: sources) }
    for fixIt in diagnostic.fixIts { text += line(for: fixIt, in: sources) }
    return text
  }

  /// Says on which file the fix works, where that is not the one that was checked.
  private func line(for fixIt: WordedFixIt, in sources: SourceMap) -> String {
    let isElsewhere = fixIt.range.source != sources.main
    let file = isElsewhere ? " " + sources.name(of: fixIt.range) : ""
    let command =
      switch fixIt.confidence {
      case .certain: " (vggc check --fix\(printable(file)))"
      case .offered: ""
      }
    return " \(style.coloured("help:", .green)) \(printable(fixIt.title))\(command)\n"
  }

  private func headline(_ diagnostic: WordedDiagnostic, in sources: SourceMap) -> String {
    let severity =
      switch diagnostic.severity {
      case .error: style.coloured("error:", .red)
      case .warning: style.coloured("warning:", .yellow)
      }
    let message = style.bold(printable(diagnostic.message))
    return
      "\(location(of: diagnostic.range, in: sources)) \(severity) \(message) \(style.dim("[\(diagnostic.code)]"))\n"
  }

  private func line(for note: Note, in sources: SourceMap) -> String {
    let place = note.range.map { location(of: $0, in: sources) + " " } ?? " "
    return "\(place)\(style.coloured("note:", .cyan)) \(printable(note.message))\n"
  }

  private func location(of range: SourceRange, in sources: SourceMap) -> String {
    style.bold("\(printable(sources.place(of: range))):")
  }

  private func marked(_ diagnostic: WordedDiagnostic, in sources: SourceMap) -> String {
    guard let cut = excerpt.cut(diagnostic.range, in: sources) else { return "" }
    let number = String(cut.line)
    let gutter = String(repeating: " ", count: number.count)
    let label = diagnostic.label.map { " " + printable($0) } ?? ""
    let carets = style.coloured(cut.carets + label, diagnostic.severity == .error ? .red : .yellow)
    return
      " \(style.dim("\(number) |")) \(cut.text)\n \(style.dim("\(gutter) |")) \(cut.indent)\(carets)\n"
  }
}
