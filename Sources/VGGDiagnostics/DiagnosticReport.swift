/// The words that start the lines of a report, in one language.
package struct ReportHeadings: Sendable {
  package let error: String
  package let warning: String
  package let note: String
  package let help: String

  package subscript(severity: Severity) -> String {
    switch severity {
    case .error: error
    case .warning: warning
    }
  }

  package init(error: String, warning: String, note: String, help: String) {
    self.error = error
    self.warning = warning
    self.note = note
    self.help = help
  }
}

/// The diagnostics of one compilation in one language, with the texts that they point into: the
/// renderers' input.
package struct DiagnosticReport: Sendable {
  package let sources: SourceMap
  package let diagnostics: [WordedDiagnostic]
  package let headings: ReportHeadings

  package init(
    sources: SourceMap, diagnostics: [WordedDiagnostic], headings: ReportHeadings
  ) {
    self.sources = sources
    self.diagnostics = diagnostics
    self.headings = headings
  }
}
