import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: DuplicateKey) -> FindingWords {
    FindingWords(
      "`\(shortened(finding.key))` is given twice",
      notes: [Note("it was first given here", at: finding.first)])
  }
}
