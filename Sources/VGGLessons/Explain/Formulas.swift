import VGGGraph
import VGGMarkup

extension Explanation {
  /// The symbolic formulas, and the loop that chains the channels.
  func formulas(for layers: NamedLayers, imageChannels: Int) -> [TextDocument.Block] {
    [
      .heading(phrases.lessonTexts.formulasHeading), .paragraph(phrases.lessonTexts.slidingWindow),
      .formulas(layers.sizeFormula(phrases.lessonTexts)),
    ] + rounding(layers) + [
      .paragraph(phrases.lessonTexts.convolutionCosts),
      .formulas(layers.convolutionFormulas(phrases.lessonTexts)),
      .paragraph(phrases.lessonTexts.fullyConnectedCosts),
      .formulas(phrases.lessonTexts.fullyConnectedFormulas),
      .heading(phrases.lessonTexts.channelLoopHeading),
      .paragraph(phrases.channelLoop(imageChannels: imageChannels)),
    ]
  }

  /// The effect of `ceil: true`, for networks that use it.
  private func rounding(_ named: NamedLayers) -> [TextDocument.Block] {
    guard named.layers.contains(where: { $0.kind.window?.ceil == true }) else { return [] }
    return [.paragraph(phrases.lessonTexts.roundingUp)]
  }
}

/// The symbolic formulas for a network's layers, with dilation or groups only if the network has them.
extension NamedLayers {
  func sizeFormula(_ texts: LessonTexts) -> [String] {
    dilates ? texts.dilatedSizeFormula : texts.sizeFormula
  }

  func convolutionFormulas(_ texts: LessonTexts) -> [String] {
    hasGroups ? texts.groupedConvolutionFormulas : texts.convolutionFormulas
  }

  func receptiveFieldFormulas(_ texts: LessonTexts) -> [String] {
    dilates ? texts.dilatedReceptiveFieldFormulas : texts.receptiveFieldFormulas
  }
}
