import VGGDiagnostics

/// A bounded activation before a softmax, which needs unbounded scores.
package struct SquashedScores: Finding {
  /// The softmax after the activation.
  package enum Softmax: Hashable, Sendable {
    /// The layer at this place.
    case layer(SourceRange)
    /// The softmax of the loss, for training as configured.
    case loss(SourceRange)
  }

  /// The activation's name: `sigmoid`.
  package let activation: String
  package let softmax: Softmax

  package init(_ activation: String, before softmax: Softmax) {
    (self.activation, self.softmax) = (activation, softmax)
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension SquashedScores {
  package static let id = DiagnosticID.squashedScores
  package static let severity = Severity.warning
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "Scores are squashed before a softmax",
    meaning: """
      Softmax works on unbounded scores. After a sigmoid they are between 0 and 1, so with 10 classes the most \
      likely one gets at most e / (e + 9) = 23%, however confident the network is. Training uses the softmax \
      cross-entropy, so it applies a softmax to the network's outputs whether or not the classifier ends with one.
      """,
    repair: """
      Remove the sigmoid or tanh at the end. For multi-label classification, a sigmoid outputs an independent \
      probability for each class; vgg can run such a network, but not train it.
      """)

  package static let example = FindingExample(
    PackageResources.squashed_scores_yaml,
    repairs: [.replace("  - sigmoid\n", with: "")])
}
