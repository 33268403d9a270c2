import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: NestingTooDeep) -> FindingWords {
    FindingWords(
      "lists and mappings are nested more than \(finding.limit) levels deep; check the brackets")
  }
}
