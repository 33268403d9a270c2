import VGGDiagnostics

/// Two pooling layers are in a row.
package struct RepeatedPool: Finding {
  /// One pooling layer with the effect of both, as the language writes it.
  package let joined: String?

  package init(joined: String?) {
    self.joined = joined
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension RepeatedPool {
  package static let id = DiagnosticID.repeatedPool
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Two pooling layers in a row",
    meaning: """
      Two pooling layers with no convolution between them do the same as one larger pooling layer: `M, M` is \
      `{maxpool: 4}`. VGG has convolutions before each pooling layer, so a second one is usually a mistake: it \
      halves the map once more than intended, and reduces the classifier's input to a quarter.
      """,
    repair: """
      Remove one, or put the missing convolution between them. If the larger step is intended, write `{maxpool: 4}`.
      """)

  package static let example = FindingExample(
    PackageResources.repeated_pool_yaml,
    repairs: [
      .replace("features: [16, M, M, 32, M]", with: "features: [16, M, 32, M]")
    ])
}
