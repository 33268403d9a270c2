/// The findings of one compilation, with the texts that they point into: what the renderers take.
package struct DiagnosticReport: Sendable {
  package let sources: SourceMap
  package let diagnostics: [Diagnostic]

  package init(sources: SourceMap, diagnostics: [Diagnostic]) {
    self.sources = sources
    self.diagnostics = diagnostics
  }
}
