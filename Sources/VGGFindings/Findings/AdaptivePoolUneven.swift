import VGGDiagnostics

/// The bins of adaptive pooling overlap.
package struct AdaptivePoolUneven: Finding {
  package let from: PlaneSize
  package let to: PlaneSize
  /// The sides of the square inputs whose map has the pool's own size.
  package let sizes: ClosedRange<Int>?

  package init(from: PlaneSize, to: PlaneSize, sizes: ClosedRange<Int>?) {
    self.from = from
    self.to = to
    self.sizes = sizes
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension AdaptivePoolUneven {
  package static let id = DiagnosticID.adaptivePoolUneven
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Adaptive pooling has uneven bins",
    meaning: """
      Output row i of n is the mean of the input rows from floor(i * size / n) to ceil((i + 1) * size / n). If the \
      size isn't a multiple of n, these bins overlap: from 8 rows to 7, each is the mean of two, the rows in the \
      middle count twice, and the first and the last once. With other sizes, some bins are also longer than others. \
      The network still runs, but this is rarely intended.
      """,
    repair: """
      Use an input whose last map has the size of `avgpool` or a multiple of it; the note lists such sizes. \
      `avgpool: 1`, the mean of the whole map, is even for every input.
      """)

  package static let example = FindingExample(
    PackageResources.adaptive_pool_uneven_yaml,
    repairs: [
      .replace(
        """
        name: vgg11-256
        input: [3, 256, 256]

        """,
        with: """
          name: vgg11-224
          input: [3, 224, 224]

          """)
    ])
}
