/// The diagnostics of one compilation in one language, with the texts that they point into: the
/// renderers' input.
package struct DiagnosticReport: Sendable {
  package let sources: SourceMap
  package let diagnostics: [WordedDiagnostic]

  package init(sources: SourceMap, diagnostics: [WordedDiagnostic]) {
    self.sources = sources
    self.diagnostics = diagnostics
  }
}
