import VGGDiagnostics

/// A mapping has a key twice.
package struct DuplicateKey: Finding {
  package let key: String
  package let first: SourceRange

  package init(_ key: String, first: SourceRange) {
    self.key = key
    self.first = first
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension DuplicateKey {
  package static let id = DiagnosticID.duplicateKey
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "A key is given twice",
    meaning: """
      A mapping has each of its keys once. Many YAML readers silently keep the last of two values, so that a \
      line pasted twice, or an old one forgotten, changes the network without a word.
      """,
    repair: """
      Delete one of the two. To keep both variants, name them under `models`.
      """)

  package static let example = FindingExample(
    PackageResources.duplicate_key_yaml,
    repairs: [
      .replace(
        """
        features: [16, M, 32, M]

        """,
        with: "")
    ])
}
