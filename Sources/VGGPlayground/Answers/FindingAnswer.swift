import VGGDiagnostics
import VGGFindings
import VGGPages
import VGGPhrasebooks

/// A diagnostic in the form that the page shows.
struct FindingAnswer: Encodable {
  let severity: String
  let code: String
  let message: String
  /// The arithmetic for the place.
  let label: String?
  let notes: [Remark]
  /// The place in the text; `nil` if it is in another file, which `message` then names.
  let place: Place?
  let fixes: [Fix]
  /// The explanation of the diagnostic, by paragraph.
  let meaning: [String]

  struct Place: Encodable {
    let line: Int
    let column: Int
    let span: TextSpan

    /// Creates a place; `nil` if the range is in another file.
    init?(_ range: SourceRange, in text: PageText, of sources: SourceMap) {
      guard let span = text.span(of: range) else { return nil }
      let start = sources.start(of: range)
      (line, column) = (start.line, start.column)
      self.span = span
    }
  }

  struct Remark: Encodable {
    let message: String
    /// The note's place; `nil` if it doesn't have one, or if it is in another file.
    let place: Place?
  }

  struct Fix: Encodable {
    let title: String
    let span: TextSpan
    let replacement: String
  }

  init(
    _ diagnostic: Diagnostic, in text: PageText, of sources: SourceMap,
    _ phrases: any FindingPhrasebook
  ) {
    let words = diagnostic.words(in: phrases)
    severity = diagnostic.severity.rawValue
    code = diagnostic.id.rawValue
    label = words.label.map(printable)
    notes = words.notes.map { note in
      Remark(
        message: printable(note.message),
        place: note.range.flatMap { Place($0, in: text, of: sources) })
    }
    place = Place(diagnostic.range, in: text, of: sources)
    let elsewhere = place == nil ? "\(sources.place(of: diagnostic.range)): " : ""
    message = printable(elsewhere + words.message)
    fixes = diagnostic.fixIts.compactMap { fix in
      text.span(of: fix.range).map {
        Fix(
          title: printable(phrases.title(of: fix.action)), span: $0,
          replacement: fix.replacement)
      }
    }
    meaning = phrases.explanation(of: diagnostic.id).meaning.split(separator: "\n")
      .map(String.init)
  }
}
