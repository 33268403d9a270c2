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
    title: "A pooling leaves the map as it is",
    meaning: """
      A window of 1 x 1 that moves by 1 has one value, whose maximum and mean are the value itself. Many PyTorch \
      networks for 32 x 32 pictures end in `AvgPool2d(1, 1)`, where the fifth `M` has left a map of 1 x 1 already; \
      for larger pictures it was probably meant to average the whole map.
      """,
    repair: """
      Remove it. Where one value a channel is meant for any picture size, write `avgpool: 1` beside `features`.
      """)

  package static let example = FindingExample(
    PackageResources.pool_without_effect_yaml,
    repairs: [
      .replace(
        "features: [16, M, 32, M, {avgpool: 1, stride: 1}]", with: "features: [16, M, 32, M]")
    ])
}
