import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: DuplicateKey) -> FindingWords {
    FindingWords(
      "duplicate key `\(shortened(finding.key))`",
      notes: [Note("first defined here", at: finding.first)])
  }
}
