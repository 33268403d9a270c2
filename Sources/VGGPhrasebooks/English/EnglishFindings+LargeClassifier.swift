import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: LargeClassifier) -> FindingWords {
    let (classifier, features) = (finding.classifierParameters, finding.featureParameters)
    return FindingWords(
      "the classifier has \(grouped(classifier)) parameters, \(grouped(classifier / max(features, 1))) times the "
        + "features' \(grouped(features))",
      notes: [
        Note(
          "its first layer takes \(grouped(finding.inputs)) inputs; more pooling or `avgpool: 1` helps"
        )
      ])
  }
}
