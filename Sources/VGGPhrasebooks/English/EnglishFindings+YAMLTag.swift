import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: YAMLTag) -> FindingWords {
    FindingWords("YAML tag `\(shortened(finding.tag))` isn't allowed; remove it")
  }
}
