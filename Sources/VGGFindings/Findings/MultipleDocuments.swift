import VGGDiagnostics

/// The file has a second YAML document.
package struct MultipleDocuments: Finding {
  package init() {}

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension MultipleDocuments {
  package static let id = DiagnosticID.multipleDocuments
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "A file has more than one YAML document",
    meaning: """
      `---` ends one YAML document and starts the next. vggc reads one document per file. In a file with several \
      models, they are listed under the key `models`, where each has a name and can share keys with the others.
      """,
    repair: """
      Name the models under one `models` key, and put shared keys at the top of the file. Or split the models into \
      separate files.
      """)

  package static let example = FindingExample(
    PackageResources.multiple_documents_yaml,
    repairs: [
      .replace(
        """
        name: small

        """,
        with: ""),
      .replace(
        """
        features: [16, M, 32, M]

        """,
        with: ""),
      .replace(
        """
        ---
        name: large
        input: [3, 32, 32]
        features: [64, M, 128, M]
        classifier: {hidden: [], classes: 10}

        """,
        with: """
          models:
            small: [16, M, 32, M]
            large: [64, M, 128, M]

          """),
    ])
}
