import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGSyntax

extension CompiledConfiguration {
  /// The text in the one style of `vggc fmt`, with the same meaning and all comments; mistakes other than in its YAML
  /// don't matter.
  ///
  /// - Throws: ``UnformattableText`` if the text is not valid YAML.
  public func formattedYAML() throws(UnformattableText) -> String {
    do {
      return try formatted(compilation.file)
    } catch {
      throw UnformattableText(error)
    }
  }
}

/// The error that a text cannot be formatted because it is not valid YAML.
public struct UnformattableText: Error {
  private let error: VGGSyntax.UnformattableText

  init(_ error: VGGSyntax.UnformattableText) {
    self.error = error
  }

  /// The errors in the YAML; empty if formatting would have changed the text's meaning, which is a fault of vggc's.
  public func diagnostics(in language: Language = .english) -> [Diagnostic] {
    DiagnosticReport(
      error.diagnostics, in: error.sources, phrasebook: language.phrases.findings
    ).values
  }
}
