import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: LargeClassifier) -> FindingWords {
    let (classifier, features) = (finding.classifierParameters, finding.featureParameters)
    return FindingWords(
      "the classifier has \(grouped(classifier)) parameters, \(grouped(classifier / max(features, 1))) times as many "
        + "as the features (\(grouped(features)))",
      notes: [
        Note(
          "its first layer takes \(grouped(finding.inputs)) inputs; pool more, or use `avgpool: 1`"
        )
      ])
  }
}
