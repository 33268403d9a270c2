import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: SquashedScores) -> FindingWords {
    switch finding.softmax {
    case .layer(let place):
      FindingWords(
        "softmax takes scores of any size, but \(finding.activation) has bounded them",
        notes: [
          Note("the softmax is here", at: place),
          Note("remove \(finding.activation), or softmax where each class is judged by itself"),
        ])
    case .loss(let place):
      FindingWords(
        "training applies softmax to the outputs, but \(finding.activation) has bounded them",
        notes: [
          Note("training is set up here", at: place),
          Note("remove \(finding.activation): the loss needs scores of any size"),
        ])
    }
  }
}
