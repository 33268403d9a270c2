import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: AliasExpansion) -> FindingWords {
    FindingWords(
      "aliases expand to more than \(grouped(finding.limit)) values; write the list out")
  }
}
