import VGGDiagnostics

/// Batch normalisation in a classifier before its first linear layer.
package struct NormBeforeLinear: Finding {
  /// The map that has been flattened, if it is known.
  package let map: MapShape?

  package init(map: MapShape?) {
    self.map = map
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension NormBeforeLinear {
  package static let id = DiagnosticID.normBeforeLinear
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Batch normalisation comes before the classifier's first linear layer",
    meaning: """
      The classifier's first linear layer takes the flattened map. Batch normalisation before it would have a \
      separate mean and variance for each pixel of each channel: 25,088 of each for a map of 512 x 7 x 7, which no \
      pretrained network has. In `features`, batch normalisation has one of each per channel.
      """,
    repair: """
      Put `batch_norm` at the end of `features`, or after a linear layer.
      """)

  package static let example = FindingExample(
    PackageResources.norm_before_linear_yaml,
    repairs: [
      .replace("features: [16, M, 32, M]", with: "features: [16, M, 32, M, batch_norm]"),
      .replace("  - batch_norm\n", with: ""),
    ])
}
