import VGGDiagnostics
import VGGFindings

extension Diagnostic {
  /// The diagnostic in English, the language of all machine-readable formats.
  package var english: FindingWords { words(in: EnglishFindings()) }
}

extension Sequence<Diagnostic> {
  /// The findings without repeats: models of one file share keys, and findings with the same text at the
  /// same place are reported only for the first model.
  package var withoutRepeats: [Diagnostic] {
    var earlier: [Place: [Diagnostic]] = [:]
    return filter { diagnostic in
      let place = Place(id: diagnostic.id, range: diagnostic.range)
      // Most places have only one finding, whose text is not needed yet.
      guard let others = earlier[place] else {
        earlier[place] = [diagnostic]
        return true
      }
      let message = diagnostic.english.message
      guard !others.contains(where: { $0.english.message == message }) else { return false }
      earlier[place]?.append(diagnostic)
      return true
    }
  }
}

private struct Place: Hashable {
  let id: DiagnosticID
  let range: SourceRange
}
