import VGGDiagnostics

extension LocalResponseNorm {
  /// What becomes of a value x: `x / (2 + 0.0005/5 * (sum of squares over 5 channels))^0.75`.
  package var formula: String {
    let sum = "(sum of squares over \(size) channels)"
    return "x / (\(plain(k)) + \(plain(alpha))/\(size) * \(sum))^\(plain(beta))"
  }
}
