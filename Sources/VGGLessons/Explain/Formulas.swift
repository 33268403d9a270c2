import VGGGraph
import VGGMarkup

extension Explanation {
  /// The formulas in letters, and the loop that chains the channels.
  func formulas(for layers: NamedLayers, imageChannels: Int) -> [TextDocument.Block] {
    [
      .heading(phrases.lessonTexts.formulasHeading), .paragraph(phrases.lessonTexts.slidingWindow),
      .formulas(phrases.lessonTexts.sizeFormula),
    ] + rounding(layers) + [
      .paragraph(phrases.lessonTexts.convolutionCosts),
      .formulas(phrases.lessonTexts.convolutionFormulas),
      .paragraph(phrases.lessonTexts.fullyConnectedCosts),
      .formulas(phrases.lessonTexts.fullyConnectedFormulas),
      .heading(phrases.lessonTexts.channelLoopHeading),
      .paragraph(phrases.channelLoop(imageChannels: imageChannels)),
    ]
  }

  /// What `ceil: true` changes, in networks that have it.
  private func rounding(_ named: NamedLayers) -> [TextDocument.Block] {
    guard named.layers.contains(where: { $0.kind.window?.ceil == true }) else { return [] }
    return [.paragraph(phrases.lessonTexts.roundingUp)]
  }
}
