import VGGDiagnostics

/// A convolution of one or two channels is between wide ones.
package struct NarrowConvolution: Finding {
  package let channels: Int
  /// The channels of the next convolution.
  package let next: Int

  package init(channels: Int, next: Int) {
    self.channels = channels
    self.next = next
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension NarrowConvolution {
  package static let id = DiagnosticID.narrowConvolution
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A convolution has one or two channels between wide ones",
    meaning: """
      Everything that later layers receive goes through these one or two channels, after a ReLU. This is almost \
      never intended: the number is usually a count of layers, as in Dive into Deep Learning's `((1, 64), (2, \
      128))`, which means one convolution with 64 channels and a pooling layer, then two with 128 and another \
      pooling layer.
      """,
    repair: """
      Write each convolution by its channels: `[64, M, 128, 128, M]`.
      """)

  package static let example = FindingExample(
    PackageResources.narrow_convolution_yaml,
    repairs: [
      .replace("features: [1, 64, M, 2, 128, M]", with: "features: [64, M, 128, 128, M]")
    ])
}
