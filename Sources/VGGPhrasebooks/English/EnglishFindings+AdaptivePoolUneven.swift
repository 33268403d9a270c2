import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: AdaptivePoolUneven) -> FindingWords {
    FindingWords(
      "avgpool bins overlap: \(sides(finding.from)) isn't a multiple of \(sides(finding.to))",
      notes: finding.sizes.map {
        [Note("square inputs \(squares($0)) produce a \(sides(finding.to)) map")]
      } ?? [])
  }
}
