import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: MergeKey) -> FindingWords {
    FindingWords(
      "merge keys (`<<`) aren't part of YAML 1.2; to start from another configuration, use `extends:`"
    )
  }
}
