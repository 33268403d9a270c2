import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: NoPooling) -> FindingWords {
    let inputs = finding.map.map { map in
      Note("the classifier takes \(shape(map)) = \(grouped(finding.values)) inputs")
    }
    return FindingWords(
      "no layer makes the feature map smaller; VGG halves it with M after each block",
      notes: inputs.map { [$0] } ?? [])
  }
}
