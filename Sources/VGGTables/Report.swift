import VGGDiagnostics

/// What a table about networks can be printed as.
package protocol Report: Sendable {
  /// For a terminal of `width` columns.
  func text(width: Int, style: TerminalStyle) -> String
  /// For programs; keys are sorted, so that equal reports give equal bytes.
  func json() throws -> String
  /// For a review, in GitHub's Markdown.
  func markdown() -> String
  /// For a spreadsheet (RFC 4180).
  func csv() -> String
}
