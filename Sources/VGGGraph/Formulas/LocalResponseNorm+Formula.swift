import VGGDiagnostics

extension LocalResponseNorm {
  /// What becomes of a value x: `x / (2 + 0.0005/5 * (sum of squares over 5 channels))^0.75`.
  ///
  /// - Parameter sum: What the squares' sum is called: `sum of squares over 5 channels`.
  package func formula(sum: String) -> String {
    "x / (\(plain(k)) + \(plain(alpha))/\(size) * (\(sum)))^\(plain(beta))"
  }
}
