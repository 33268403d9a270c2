import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: AdaptivePoolEnlarges) -> FindingWords {
    let from = finding.from
    return FindingWords(
      "avgpool enlarges the \(from.height) x \(from.width) map to \(sides(finding.to)) by repeating values",
      notes: [
        Note(
          "with `avgpool: none`, the classifier takes \(shape(from)) = \(grouped(finding.values)) inputs, without repeats"
        )
      ])
  }
}
