import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: MultipleDocuments) -> FindingWords {
    FindingWords(
      "the file has a second YAML document; put the models under one `models:` key, or split the file"
    )
  }
}
