import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: MultipleDocuments) -> FindingWords {
    FindingWords(
      "a second YAML document starts here; put several models under one `models:` key")
  }
}
