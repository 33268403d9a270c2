import VGGDiagnostics

/// No layer makes the feature map smaller.
package struct NoPooling: Finding {
  /// The input map of the classifier, and the number of its values.
  package let map: MapShape?
  package let values: Int

  package init(map: MapShape?, values: Int) {
    self.map = map
    self.values = values
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension NoPooling {
  package static let id = DiagnosticID.noPooling
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "No layer makes the map smaller",
    meaning: """
      There is no pooling layer, no convolution with a stride, and no `avgpool`. Every map is as large as the image, \
      so each layer costs as much as it can, the receptive field grows by only two pixels per layer, and the \
      classifier has a weight for every pixel of every channel.
      """,
    repair: """
      Put `M` after each block of convolutions, as VGG does, or use `avgpool: 1` before the classifier.
      """)

  package static let example = FindingExample(
    PackageResources.no_pooling_yaml,
    repairs: [
      .replace("features: [64, 64, 64, 64]", with: "features: [64, 64, M, 64, 64, M]")
    ])
}
