/// Diagnostics as compilers print them: place, severity, the line with carets under it, notes, help.
///
///     custom.yaml:6:18: error: linear layer expects 25088 inputs, … [linear-input-mismatch]
///      6 |   - linear: {in: 25088, out: 4096}
///        |                  ^^^^^ 256 x 4 x 4 = 4096
package struct TextRenderer: Sendable {
  private let style: TerminalStyle
  private let excerpt: SourceExcerpt

  /// - Parameter width: The maximum number of columns in an excerpt; longer lines are cut around the
  ///   carets.
  package init(style: TerminalStyle = .plain, width: Int = 100) {
    self.style = style
    self.excerpt = SourceExcerpt(width: width)
  }

  package func render(_ report: DiagnosticReport) -> String {
    report.diagnostics.map { render($0, of: report) }.joined()
  }

  private func render(_ diagnostic: WordedDiagnostic, of report: DiagnosticReport) -> String {
    var text = headline(diagnostic, of: report)
    text += marked(diagnostic, in: report.sources)
    for note in diagnostic.notes { text += line(for: note, of: report) }
    for fixIt in diagnostic.fixIts { text += line(for: fixIt, of: report) }
    return text
  }

  /// Names the file that the fix applies to, if that is not the one that was checked.
  private func line(for fixIt: WordedFixIt, of report: DiagnosticReport) -> String {
    let sources = report.sources
    let isElsewhere = fixIt.range.source != sources.main
    let file = isElsewhere ? " " + sources.name(of: fixIt.range) : ""
    let command =
      switch fixIt.confidence {
      case .certain: " (vggc check --fix\(printable(file)))"
      case .offered: ""
      }
    return
      " \(style.coloured("\(report.headings.help):", .green)) \(printable(fixIt.title))\(command)\n"
  }

  private func headline(_ diagnostic: WordedDiagnostic, of report: DiagnosticReport) -> String {
    let heading = "\(report.headings[diagnostic.severity]):"
    let severity = style.coloured(heading, diagnostic.severity == .error ? .red : .yellow)
    let message = style.bold(printable(diagnostic.message))
    return
      "\(location(of: diagnostic.range, in: report.sources)) \(severity) \(message) \(style.dim("[\(diagnostic.code)]"))\n"
  }

  private func line(for note: Note, of report: DiagnosticReport) -> String {
    let place = note.range.map { location(of: $0, in: report.sources) + " " } ?? " "
    return
      "\(place)\(style.coloured("\(report.headings.note):", .cyan)) \(printable(note.message))\n"
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
