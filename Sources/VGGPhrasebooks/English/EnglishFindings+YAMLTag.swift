import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: YAMLTag) -> FindingWords {
    FindingWords("the tag \(shortened(finding.tag)) has no meaning here; remove it")
  }
}
