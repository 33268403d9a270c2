import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: RepeatedPool) -> FindingWords {
    FindingWords(
      "two pooling layers in a row, with no convolution between them",
      notes: [
        Note(
          finding.joined.map { "remove one, or merge them: \($0)" }
            ?? "remove one of them")
      ])
  }
}
