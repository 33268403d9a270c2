import VGGDiagnostics

/// A convolution states a different number of input channels than reach it.
package struct ChannelMismatch: Finding {
  package let stated: Int
  package let carried: Int
  /// The place that sets the channels that reach it.
  package let source: SourceRange?
  /// Whether they are the image's.
  package let isImage: Bool

  package init(stated: Int, carried: Int, source: SourceRange?, isImage: Bool) {
    self.stated = stated
    self.carried = carried
    self.source = source
    self.isImage = isImage
  }

  package func fixIts(at range: SourceRange) -> [FixIt] {
    [FixIt(.replace("\(stated)", with: "\(carried)"), at: range, .certain)]
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension ChannelMismatch {
  package static let id = DiagnosticID.channelMismatch
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "A convolution's input channels don't match the layer before",
    meaning: """
      Every filter of a convolution has weights for each input channel. So `in` (PyTorch's `in_channels`) must equal \
      the output channels of the previous convolution or, for the first one, the image's channels. Pooling, \
      normalisation and ReLU don't change the number of channels.

      PyTorch reports the same mistake only when it runs the network on an image: "expected input[1, 64, 16, 16] to \
      have 32 channels, but got 64 channels instead".
      """,
    repair: """
      Correct `in`, or leave it out: vggc computes it. If `in` is right, the previous convolution is wrong; the note \
      shows where it is.
      """)

  package static let example = FindingExample(
    PackageResources.channel_mismatch_yaml,
    repairs: [
      .replace("- {conv: 128, in: 32}", with: "- {conv: 128, in: 64}")
    ])
}
