import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: OneClass) -> FindingWords {
    FindingWords(
      "with one class the answer is 100 % for every photo",
      notes: [Note("for a yes or a no, write two classes, each with photos of its own")])
  }
}
