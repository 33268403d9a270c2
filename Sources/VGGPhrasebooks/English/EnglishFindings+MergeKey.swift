import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: MergeKey) -> FindingWords {
    FindingWords(
      "merge keys (<<) are not part of YAML 1.2; use `extends:` to start from another configuration"
    )
  }
}
