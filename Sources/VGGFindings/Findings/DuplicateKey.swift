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
    title: "A key is duplicated",
    meaning: """
      A mapping may have each key only once. Many YAML parsers silently keep the last of two values, so a line \
      pasted twice, or an old line left in place, changes the network without a warning.
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
