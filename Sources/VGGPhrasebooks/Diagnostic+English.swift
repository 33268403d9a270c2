import VGGDiagnostics
import VGGFindings

extension Diagnostic {
  /// The words in English, the language of all machine formats.
  package var english: FindingWords { words(in: EnglishFindings()) }
}

extension Sequence<Diagnostic> {
  /// Each finding once: models of one file share keys, and what reads the same at one place is
  /// reported for the first model only.
  package var withoutRepeats: [Diagnostic] {
    var earlier: [Place: [Diagnostic]] = [:]
    return filter { diagnostic in
      let place = Place(id: diagnostic.id, range: diagnostic.range)
      // Most places have one finding, whose words nobody needs yet.
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
