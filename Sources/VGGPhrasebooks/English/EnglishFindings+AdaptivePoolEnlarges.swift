import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: AdaptivePoolEnlarges) -> FindingWords {
    let from = finding.from
    return FindingWords(
      "avgpool makes the \(from.height) x \(from.width) map larger, \(sides(finding.to)), by repeating values",
      notes: [
        Note(
          "with `avgpool: none` the classifier takes \(shape(from)) = \(grouped(finding.values)) values, without the repeats"
        )
      ])
  }
}
