import VGGDiagnostics

/// An activation right after a convolution that already has one.
package struct RepeatedActivation: Finding {
  /// The entry's name in the language.
  package let name: String
  /// The name of the convolution's own activation.
  package let own: String
  /// The place of the convolution.
  package let convolution: SourceRange
  private let text: String
  private let convolutionText: String
  /// The convolution with `activation: none`, if it is on one line.
  private let silenced: String?
  /// The entry with its comma; `nil` if a comment would be removed with it.
  private let removed: SourceRange?

  package init(
    _ name: String, after own: String, convolution: SourceRange, text: String,
    convolutionText: String, silenced: String?, removed: SourceRange?
  ) {
    (self.name, self.own) = (name, own)
    (self.convolution, self.text, self.convolutionText) = (convolution, text, convolutionText)
    (self.silenced, self.removed) = (silenced, removed)
  }

  /// Without a second ReLU the network is the same; only the author knows which of two different activations is meant.
  package func fixIts(at range: SourceRange) -> [FixIt] {
    let isSame = name == own && name == "relu"
    let remove = removed.map { FixIt(.remove(text), at: $0, isSame ? .certain : .offered) }
    let silence = silenced.map {
      FixIt(.replace(convolutionText, with: $0), at: convolution, .offered)
    }
    return [remove, silence].compactMap { $0 }
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension RepeatedActivation {
  package static let id = DiagnosticID.repeatedActivation
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.resolving

  package static let explanation = FindingExplanation(
    title: "An activation follows a convolution that already has one",
    meaning: """
      An entry such as `64` is a convolution with its ReLU, so `[64, relu, M]` would apply ReLU twice, which changes \
      nothing, and `[64, tanh, M]` would apply ReLU and then tanh. Lists with separate entries for convolutions and \
      activations come from other tools. vggc doesn't guess which of the two was meant.
      """,
    repair: """
      Remove the entry, or write the convolution without an activation: `{conv: 64, activation: none}`. For the same \
      activation after every convolution, write `activation: tanh` next to `features`.
      """)

  package static let example = FindingExample(
    PackageResources.repeated_activation_yaml,
    repairs: [
      .replace(
        "features: [16, tanh, M, 32, M]",
        with: "features: [{conv: 16, activation: tanh}, M, 32, M]")
    ])
}
