/// Diagnostics as JSON for tools, as described by `Docs/schema/check.schema.json`: `{"format_version", "diagnostics":
/// [{"code", "severity", "message", "file", "range", …}]}`.
///
/// Lines and columns count from 1, columns in Unicode scalars; a range's end is the first position
/// after it.
package struct JSONRenderer: Sendable {
  package init() {}

  package func render(_ reports: [DiagnosticReport]) throws -> String {
    try documentText(.check, Document(diagnostics: reports.flatMap { Item.items(of: $0) }))
  }

  private struct Document: Encodable {
    let diagnostics: [Item]
  }

  private struct Item: Encodable {
    let code: String
    let severity: String
    let message: String
    let file: String
    let range: Range
    let notes: [Remark]
    let fixits: [Edit]

    static func items(of report: DiagnosticReport) -> [Item] {
      report.diagnostics.map { Item($0, in: report.sources) }
    }

    init(_ diagnostic: WordedDiagnostic, in sources: SourceMap) {
      code = diagnostic.code
      severity = diagnostic.severity.rawValue
      message = diagnostic.message
      file = sources.name(of: diagnostic.range)
      range = Range(diagnostic.range, in: sources)
      let label = diagnostic.label.map { Remark($0, at: diagnostic.range, in: sources) }
      let notes = diagnostic.notes.map {
        Remark($0.message, at: $0.range ?? diagnostic.range, in: sources)
      }
      self.notes = (label.map { [$0] } ?? []) + notes
      fixits = diagnostic.fixIts.map { Edit($0, in: sources) }
    }
  }

  /// A note; one without a separate place has the diagnostic's.
  private struct Remark: Encodable {
    let message: String
    let file: String
    let range: Range

    init(_ message: String, at range: SourceRange, in sources: SourceMap) {
      self.message = message
      file = sources.name(of: range)
      self.range = Range(range, in: sources)
    }
  }

  private struct Edit: Encodable {
    let message: String
    let range: Range
    let replacement: String

    init(_ fixIt: WordedFixIt, in sources: SourceMap) {
      message = fixIt.title
      range = Range(fixIt.range, in: sources)
      replacement = fixIt.replacement
    }
  }

  private struct Range: Encodable {
    let start: Position
    let end: Position

    init(_ range: SourceRange, in sources: SourceMap) {
      start = Position(sources.start(of: range))
      end = Position(sources.end(of: range))
    }
  }

  private struct Position: Encodable {
    let line: Int
    let column: Int

    init(_ location: SourceLocation) {
      line = location.line
      column = location.column
    }
  }
}
