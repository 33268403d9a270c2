import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension Explanation {
  /// The sections on local response normalisation and batch normalisation, for networks that have them.
  func normalization(_ named: NamedLayers) -> [TextDocument.Block] {
    localResponse(named) + batch(named)
  }

  private func localResponse(_ named: NamedLayers) -> [TextDocument.Block] {
    for layer in named.layers {
      guard let norm = layer.kind.localResponseNorm else { continue }
      let factor = norm.alpha / Double(norm.size)
      return [
        .heading(phrases.lessonTexts.localResponseHeading),
        .paragraph(phrases.lessonTexts.localResponseMeaning),
        .formulas([norm.formula(in: phrases)]),
        .paragraph(phrases.twoAlphas(of: norm, factor: plain(rounded(factor)))),
        .paragraph(phrases.lessonTexts.localResponseInThePaper),
      ]
    }
    return []
  }

  private func batch(_ named: NamedLayers) -> [TextDocument.Block] {
    for (index, layer) in named.layers.enumerated() {
      guard let norm = layer.kind.batchNorm else { continue }
      return [
        .heading(phrases.lessonTexts.batchNormalizationHeading),
        .paragraph(phrases.batchNormalization(of: norm, named: named.names[index])),
      ] + unfolded(named)
    }
    return []
  }

  /// A paragraph on the first normalisation layer that does not follow a convolution.
  private func unfolded(_ named: NamedLayers) -> [TextDocument.Block] {
    for (index, layer) in named.layers.enumerated().dropFirst()
    where layer.kind.batchNorm != nil && named.layers[index - 1].kind.convolution == nil {
      return [
        .paragraph(
          phrases.normAfterOther(named: named.names[index], after: named.names[index - 1]))
      ]
    }
    return []
  }

  /// Rounds to at most six significant digits, so that 0.0005/5 is 0.0001.
  private func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while abs(value) * scale < 100_000, scale < 1e15 { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
