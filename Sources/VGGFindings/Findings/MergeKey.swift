import VGGDiagnostics

/// A mapping has the key `<<` of YAML 1.1.
package struct MergeKey: Finding {
  package init() {}

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension MergeKey {
  package static let id = DiagnosticID.mergeKey
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.reading

  package static let explanation = FindingExplanation(
    title: "A merge key (<<) is used",
    meaning: """
      `<<` copies the entries of one mapping into another. It is an extension of YAML 1.1 and not part of YAML 1.2. \
      The configuration language has its own ways to share keys, which make clear where a key comes from.
      """,
    repair: """
      Put the shared keys at the top of the file: every model under `models` inherits them and can override them. To \
      start from another file or from a built-in configuration, use `extends`. Anchors (`&a`) and aliases (`*a`) for \
      single values work.
      """)

  package static let example = FindingExample(
    PackageResources.merge_key_yaml,
    repairs: [
      .replace(
        """
        models:

        """,
        with: """
          features: [16, M, 32, M]
          classifier: {hidden: [], classes: 10}
          models:

          """),
      .replace(
        """
          plain: &plain
            features: [16, M, 32, M]
            classifier: {hidden: [], classes: 10}
          normalised:
            <<: *plain
            batch_norm: true

        """,
        with: """
            plain: {batch_norm: false}
            normalised: {batch_norm: true}

          """),
    ])
}
