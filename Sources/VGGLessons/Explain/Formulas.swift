import VGGGraph
import VGGMarkup

extension Explanation {
  /// The formulas in letters, and the loop that chains the channels.
  func formulas(for layers: NamedLayers, imageChannels: Int) -> [TextDocument.Block] {
    [
      .heading(phrases.formulasHeading), .paragraph(phrases.slidingWindow),
      .formulas(phrases.sizeFormula),
    ] + rounding(layers) + [
      .paragraph(phrases.convolutionCosts), .formulas(phrases.convolutionFormulas),
      .paragraph(phrases.fullyConnectedCosts), .formulas(phrases.fullyConnectedFormulas),
      .heading(phrases.channelLoopHeading),
      .paragraph(phrases.channelLoop(imageChannels: imageChannels)),
    ]
  }

  /// What `ceil: true` changes, in networks that have it.
  private func rounding(_ named: NamedLayers) -> [TextDocument.Block] {
    guard named.layers.contains(where: { $0.kind.window?.ceil == true }) else { return [] }
    return [.paragraph(phrases.roundingUp)]
  }
}
