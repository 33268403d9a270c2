import VGGDiagnostics
import VGGReports

/// A diagnostic as the page shows it.
struct FindingAnswer: Encodable {
  let severity: String
  let code: String
  let message: String
  /// The arithmetic beside the place.
  let label: String?
  let notes: [String]
  /// The place in the text; `nil` where it is in another file, which `message` then names.
  let place: Place?
  let fixes: [Fix]
  /// Why it is reported, a paragraph each.
  let meaning: [String]

  struct Place: Encodable {
    let line: Int
    let column: Int
    let span: TextSpan
  }

  struct Fix: Encodable {
    let title: String
    let isSafe: Bool
    let span: TextSpan
    let replacement: String
  }

  init(_ diagnostic: Diagnostic, in text: PageText, of sources: SourceMap) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.id.rawValue
    label = diagnostic.label.map(printable)
    notes = diagnostic.notes.map { printable($0.message) }
    let start = sources.start(of: diagnostic.range)
    let span = text.span(of: diagnostic.range)
    place = span.map { Place(line: start.line, column: start.column, span: $0) }
    let elsewhere =
      span == nil
      ? "\(printable(sources.name(of: diagnostic.range))):\(start.line):\(start.column): " : ""
    message = elsewhere + printable(diagnostic.message)
    fixes = diagnostic.fixIts.compactMap { fix in
      text.span(of: fix.range).map {
        Fix(
          title: printable(fix.message), isSafe: fix.isSafe, span: $0, replacement: fix.replacement)
      }
    }
    meaning = DiagnosticCatalogue.entry(for: diagnostic.id).meaning.split(separator: "\n")
      .map(String.init)
  }
}
