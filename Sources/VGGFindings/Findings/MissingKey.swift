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
    title: "A required key or value is missing",
    meaning: """
      A model needs `features`; there is no sensible default for the network itself. Everything else has a default: \
      the input is 3 x 224 x 224, and the classifier is the paper's. Also reported are a linear layer written as a \
      mapping without `out`, an `input` mapping without one of its three sides, and empty lists and files.
      """,
    repair: """
      Add the part that the message names. To use the layers of a known network, write `extends: D`.
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
