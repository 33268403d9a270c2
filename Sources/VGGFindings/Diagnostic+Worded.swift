import VGGDiagnostics

extension Diagnostic {
  /// The diagnostic as the renderers expect it.
  package func worded(in phrasebook: some FindingPhrasebook) -> WordedDiagnostic {
    let words = words(in: phrasebook)
    return WordedDiagnostic(
      code: id.rawValue, severity: severity, message: words.message, at: range, label: words.label,
      notes: words.notes,
      fixIts: fixIts.map {
        WordedFixIt(
          phrasebook.title(of: $0.action), replace: $0.range, with: $0.replacement, $0.confidence)
      })
  }
}

extension DiagnosticReport {
  /// Creates diagnostics in the phrasebook's language; machine formats use English.
  package init(
    _ diagnostics: [Diagnostic], in sources: SourceMap, phrasebook: some FindingPhrasebook
  ) {
    self.init(
      sources: sources, diagnostics: diagnostics.map { $0.worded(in: phrasebook) },
      headings: phrasebook.headings)
  }
}

extension SARIFRenderer {
  /// - Parameters:
  ///   - version: vggc's own version, given as the tool's.
  ///   - folder: The absolute path of the folder in which vggc runs.
  package init(version: String, folder: String) {
    self.init(version: version, folder: folder, rules: DiagnosticID.allCases.map(Rule.init))
  }
}
