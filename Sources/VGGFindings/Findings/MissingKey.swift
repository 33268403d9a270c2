import VGGDiagnostics

/// A key without a default is missing.
package enum MissingKey: Finding {
  case emptyFile
  case features
  case emptyFeatures
  /// A mapping in `features` without a key.
  case featureKind
  case emptyClassifier
  /// A mapping in `classifier` without a key.
  case classifierKind
  /// `linear` or `dropout` without its number, with an example number.
  case number(of: String, example: String)
  /// `step` without its epochs.
  case stepEpochs
  case models
  /// Keys that a section must have.
  case keys([String], of: String)

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension MissingKey {
  package static let id = DiagnosticID.missingKey
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "Something that has no default is missing",
    meaning: """
      A model needs `features`; there is no sensible default for the network itself. Everything else has one: \
      the input is 3 x 224 x 224, the classifier the paper's. Also reported are a spelled-out linear layer \
      without `out`, an `input` mapping without one of its three sides, and lists and files that are empty.
      """,
    repair: """
      Add what the message names. To take the layers of a known network, write `extends: D`.
      """)

  package static let example = FindingExample(
    PackageResources.missing_key_yaml,
    repairs: [
      .replace(
        """
        classifier:

        """,
        with: """
          features: [16, M, 32, M]
          classifier:

          """)
    ])
}
