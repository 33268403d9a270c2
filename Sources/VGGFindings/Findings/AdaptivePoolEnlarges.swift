import VGGDiagnostics

/// Adaptive pooling makes the map larger.
package struct AdaptivePoolEnlarges: Finding {
  package let from: MapShape
  /// The number of the map's values before.
  package let values: Int
  package let to: PlaneSize

  package init(from: MapShape, values: Int, to: PlaneSize) {
    self.from = from
    self.values = values
    self.to = to
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension AdaptivePoolEnlarges {
  package static let id = DiagnosticID.adaptivePoolEnlarges
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Adaptive pooling enlarges the map",
    meaning: """
      `avgpool: [7, 7]` always outputs a 7 x 7 map. It enlarges a smaller map by repeating values: from 1 x 1, every \
      value is repeated 49 times. The classifier's first layer then has 512 * 7 * 7 = 25,088 inputs that carry 512 \
      numbers, and 49 weights for each where one would do. torchvision's VGG does exactly this with CIFAR's 32 x 32 \
      images, without a warning.
      """,
    repair: """
      Leave `avgpool` out, or set it to a size that the map has. To use weights trained at 224 x 224 without \
      changes, enlarge the images instead.
      """)

  package static let example = FindingExample(
    PackageResources.adaptive_pool_enlarges_yaml,
    repairs: [
      .replace(
        """
        avgpool: [7, 7]

        """,
        with: "")
    ])
}
