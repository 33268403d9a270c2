import VGGDiagnostics

/// Each value divided by `(k + alpha/size * sum of squares over size neighbouring channels) ^ beta`
/// (`torch.nn.LocalResponseNorm`, ONNX `LRN`); the shape is unchanged.
package struct LocalResponseNorm: Hashable, Sendable {
  package var size: Int
  package var alpha: Double
  package var beta: Double
  package var k: Double

  package init(size: Int, alpha: Double, beta: Double, k: Double) {
    self.size = size
    self.alpha = alpha
    self.beta = beta
    self.k = k
  }

  /// The result for a value x: `x / (2 + 0.0005/5 * (sum of squares over 5 channels))^0.75`.
  ///
  /// - Parameter sum: The name of the squares' sum: `sum of squares over 5 channels`.
  package func formula(sum: String) -> String {
    "x / (\(plain(k)) + \(plain(alpha))/\(size) * (\(sum)))^\(plain(beta))"
  }
}

extension LocalResponseNorm: LayerOperation {
  package static let name = "local_response_norm"
  package static let group = LayerGroup.responseNormalization
  package static let paperName = PaperNameRule.afterConvolution("norm")

  package var kind: LayerKind { .localResponseNorm(self) }

  package var notation: String { "LRN" }
}
