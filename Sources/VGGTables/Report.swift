import VGGDiagnostics

/// A table about networks that can be printed in several formats.
package protocol Report: Sendable {
  /// The report as text for a terminal of `width` columns.
  func text(width: Int, style: TerminalStyle) -> String
  /// The report in JSON, with sorted keys, so that equal reports have equal bytes.
  func json() throws -> String
  /// The report in GitHub Flavored Markdown, for a review.
  func markdown() -> String
  /// The report in CSV (RFC 4180), for a spreadsheet.
  func csv() -> String
}
