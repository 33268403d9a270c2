import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: OneClass) -> FindingWords {
    FindingWords(
      "with one class, every photo gets a probability of 100%",
      notes: [Note("for a yes/no question, use two classes, each with its own photos")])
  }
}
