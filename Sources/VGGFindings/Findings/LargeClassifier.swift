import VGGDiagnostics

/// The classifier has far more parameters than the features.
package struct LargeClassifier: Finding {
  package let classifierParameters: Int
  package let featureParameters: Int
  /// The inputs of the first fully connected layer.
  package let inputs: Int

  package init(classifierParameters: Int, featureParameters: Int, inputs: Int) {
    self.classifierParameters = classifierParameters
    self.featureParameters = featureParameters
    self.inputs = inputs
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension LargeClassifier {
  package static let id = DiagnosticID.largeClassifier
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "The classifier is far larger than the features",
    meaning: """
      The fully connected layers have more than 20 times as many parameters as the convolutions. In the paper's \
      networks, the factor is 8.4 for D and 13.4 for A, which is already large. With a higher factor, the classifier \
      is more likely to memorise the training images before the features learn anything general.
      """,
    repair: """
      Pool more before the classifier: add an `M`, or use `avgpool: 1`, which leaves one value per channel. Or make \
      the `hidden` layers smaller; 4096 is meant for a thousand classes.
      """)

  package static let example = FindingExample(
    PackageResources.large_classifier_yaml,
    repairs: [
      .replace(
        """
        classifier:

        """,
        with: """
          avgpool: 1
          classifier:

          """),
      .replace("hidden: [4096, 4096]", with: "hidden: [128]"),
    ])
}
