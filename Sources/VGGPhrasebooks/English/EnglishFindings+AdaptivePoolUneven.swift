import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: AdaptivePoolUneven) -> FindingWords {
    FindingWords(
      "avgpool's bins overlap: \(sides(finding.from)) does not divide by \(sides(finding.to))",
      notes: finding.sizes.map {
        [Note("square inputs \(squares($0)) give a \(sides(finding.to)) map")]
      } ?? [])
  }
}
