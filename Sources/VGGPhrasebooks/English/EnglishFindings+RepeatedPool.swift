import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: RepeatedPool) -> FindingWords {
    FindingWords(
      "a pooling follows a pooling with no convolution between",
      notes: [
        Note(
          finding.joined.map { "remove one, or write both as one entry: \($0)" }
            ?? "remove one of them")
      ])
  }
}
