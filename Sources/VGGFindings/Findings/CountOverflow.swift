import VGGDiagnostics

/// A count does not fit 64 bits.
package enum CountOverflow: Finding {
  case input(MapShape)
  case layer
  /// The sums of the model of this name.
  case total(String)

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension CountOverflow {
  package static let id = DiagnosticID.countOverflow
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A count exceeds 64 bits",
    meaning: """
      Sizes, parameters and multiply-adds are counted in 64 bits, up to 9,223,372,036,854,775,807. A layer of this \
      network, or all of its layers together, exceeds that. No machine could run it; usually a number has a few zeros \
      too many.
      """,
    repair: """
      Use a smaller input or fewer channels. Cut an image that is too large for a network into tiles.
      """)

  package static let example = FindingExample(
    PackageResources.count_overflow_yaml,
    repairs: [
      .replace("# A map stitched from satellite images.", with: "# One tile of the map."),
      .replace("input: [3, 1000000, 1000000]", with: "input: [3, 1000, 1000]"),
    ])
}
