import Foundation
import VGGCompiler

/// A diagnostic as `vggc check --format json` prints it.
struct PrintedDiagnostic: Decodable, Equatable {
  struct Position: Decodable, Equatable {
    let line: Int
    let column: Int
  }

  struct Range: Decodable, Equatable {
    let start: Position
    let end: Position
  }

  struct Remark: Decodable, Equatable {
    let message: String
    let file: String
    let range: Range
  }

  struct Edit: Decodable, Equatable {
    let message: String
    let range: Range
    let replacement: String
  }

  private struct Document: Decodable {
    let diagnostics: [PrintedDiagnostic]
  }

  let code: String
  let severity: String
  let message: String
  let file: String
  let range: Range
  let notes: [Remark]
  let fixits: [Edit]

  /// The diagnostics of a document.
  static func all(in json: String) throws -> [PrintedDiagnostic] {
    try JSONDecoder().decode(Document.self, from: Data(json.utf8)).diagnostics
  }
}

extension PrintedDiagnostic {
  /// The library's values in the form that is printed: the label is the first note, and a note without a place has the
  /// diagnostic's.
  init(_ diagnostic: Diagnostic) {
    code = diagnostic.id
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    file = diagnostic.range.file
    range = Range(diagnostic.range)
    let label = diagnostic.label.map { Remark($0, at: diagnostic.range) }
    notes =
      (label.map { [$0] } ?? [])
      + diagnostic.notes.map { Remark($0.message, at: $0.range ?? diagnostic.range) }
    fixits = diagnostic.fixIts.flatMap { fixIt in
      fixIt.edits.map { edit in
        Edit(message: fixIt.title, range: Range(edit.range), replacement: edit.replacement)
      }
    }
  }
}

extension PrintedDiagnostic.Remark {
  fileprivate init(_ message: String, at range: SourceRange) {
    self.init(message: message, file: range.file, range: PrintedDiagnostic.Range(range))
  }
}

extension PrintedDiagnostic.Range {
  fileprivate init(_ range: SourceRange) {
    self.init(start: .init(range.start), end: .init(range.end))
  }
}

extension PrintedDiagnostic.Position {
  fileprivate init(_ position: SourcePosition) {
    self.init(line: position.line, column: position.column)
  }
}
