import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks

extension CompiledConfiguration {
  /// All errors and warnings in the order of the text, each once.
  ///
  /// - Parameter language: The language of messages, labels, notes and the titles of fix-its.
  public func diagnostics(in language: Language = .english) -> [Diagnostic] {
    report(in: language).values
  }

  /// All errors and warnings as `vggc check` prints them for 80 columns; empty if there are none.
  ///
  /// - Parameters:
  ///   - width: The maximum number of columns in an excerpt of the configuration.
  ///   - language: The language of the messages.
  public func diagnosticsText(width: Int = 72, in language: Language = .english) -> String {
    TextRenderer(width: width).render(report(in: language))
  }

  /// All errors and warnings as the JSON of `vggc check --format json`, which is in English.
  ///
  /// - Throws: `EncodingError`, which no diagnostic causes.
  public func diagnosticsJSON() throws -> String {
    try JSONRenderer().render([report(in: .english)])
  }

  private func report(in language: Language) -> DiagnosticReport {
    DiagnosticReport(
      compilation.diagnostics, in: compilation.sources, phrasebook: language.phrases.findings)
  }
}
