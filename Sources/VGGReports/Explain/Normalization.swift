import VGGDiagnostics
import VGGGraph

extension Explanation {
  /// What local response normalisation and batch normalisation do, in networks that have them.
  func normalization(_ named: NamedLayers) -> [TextDocument.Block] {
    localResponse(named) + batch(named)
  }

  private func localResponse(_ named: NamedLayers) -> [TextDocument.Block] {
    for layer in named.layers {
      guard case .localResponseNorm(let norm) = layer.kind else { continue }
      let factor = norm.alpha / Double(norm.size)
      return [
        .heading("Local response normalisation, and which alpha"),
        .paragraph(
          """
          LRN divides each value by a sum over the channels around it at the same place, so that a
          strong response damps its neighbours:
          """),
        .formulas([norm.formula]),
        .paragraph(
          """
          Two conventions share the letter alpha. Krizhevsky's paper, whose numbers VGG's takes over
          (n 5, alpha 1e-4, beta 0.75, k 2), multiplies the plain sum by alpha. PyTorch, ONNX and
          Caffe divide alpha by the size first, and so does this language. Here alpha is
          \(plain(norm.alpha)) and the size \(norm.size), so a square counts
          \(plain(norm.alpha))/\(norm.size) = \(plain(rounded(factor))), which is what Krizhevsky
          would call alpha. Whoever copies his 1e-4 into one of those tools gets a normalisation
          five times too weak, as happened to Caffe's reference AlexNet (BVLC/caffe issue 1453).
          """),
        .paragraph(
          """
          The VGG paper found that LRN did not help (A-LRN is no better than A, section 4.1) and
          left it out of the deeper networks.
          """),
      ]
    }
    return []
  }

  private func batch(_ named: NamedLayers) -> [TextDocument.Block] {
    for (index, layer) in named.layers.enumerated() {
      guard case .batchNorm2d(let norm) = layer.kind else { continue }
      return [
        .heading("Batch normalisation"),
        .paragraph(
          """
          The paper of 2014 has none; torchvision's _bn variants put one after every convolution.
          While training, each channel is shifted and scaled to mean 0 and variance 1 over the
          batch, then scaled and shifted by two learned numbers: 2 * \(norm.channels) =
          \(grouped(2 * norm.channels)) parameters in \(named.names[index]). At inference, running
          averages of mean and variance take the batch's place. They are stored in the file of
          weights but not learned, so no count of parameters has them. All four numbers of a channel
          are constant then, and can be folded into the convolution before it; that is why they cost
          no MACs here.
          """),
      ]
    }
    return []
  }

  /// To six significant decimals at most, so that 0.0005/5 is 0.0001.
  private func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while abs(value) * scale < 100_000, scale < 1e15 { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
