import VGGDiagnostics

/// A pooling layer of 1 x 1 with stride 1, which leaves the map unchanged.
package struct PoolWithoutEffect: Finding {
  package init() {}

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension PoolWithoutEffect {
  package static let id = DiagnosticID.poolWithoutEffect
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A pooling layer leaves the map unchanged",
    meaning: """
      A 1 x 1 window that moves by 1 has one value, whose maximum and mean are the value itself. Many PyTorch \
      networks for 32 x 32 images end in `AvgPool2d(1, 1)`, after the fifth `M` has already reduced the map to 1 x \
      1; for larger images it was probably meant to average the whole map.
      """,
    repair: """
      Remove it. For one value per channel at any image size, write `avgpool: 1` next to `features`.
      """)

  package static let example = FindingExample(
    PackageResources.pool_without_effect_yaml,
    repairs: [
      .replace(
        "features: [16, M, 32, M, {avgpool: 1, stride: 1}]", with: "features: [16, M, 32, M]")
    ])
}
