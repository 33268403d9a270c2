import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: PoolWithoutEffect) -> FindingWords {
    FindingWords(
      "a 1 x 1 pooling layer with stride 1 leaves the map unchanged",
      notes: [Note("remove it; `avgpool: 1` next to `features` averages the whole map")])
  }
}
