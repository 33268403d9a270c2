import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: PoolWithoutEffect) -> FindingWords {
    FindingWords(
      "a pooling of 1 x 1 with stride 1 leaves the map as it is",
      notes: [Note("remove it; `avgpool: 1` beside `features` averages the whole map")])
  }
}
