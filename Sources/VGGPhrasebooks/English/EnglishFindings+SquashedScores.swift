import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: SquashedScores) -> FindingWords {
    switch finding.softmax {
    case .layer(let place):
      FindingWords(
        "softmax needs unbounded scores, but \(finding.activation) bounds them",
        notes: [
          Note("the softmax is here", at: place),
          Note("remove \(finding.activation), or softmax if each class is scored independently"),
        ])
    case .loss(let place):
      FindingWords(
        "training applies softmax to the outputs, but \(finding.activation) bounds them",
        notes: [
          Note("training is set up here", at: place),
          Note("remove \(finding.activation): the loss needs unbounded scores"),
        ])
    }
  }
}
