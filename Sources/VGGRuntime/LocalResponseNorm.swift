import VGGCompute

/// Each value divided by `(k + alpha/size * sum of squares over size neighbouring channels) ^ beta`
/// (`torch.nn.LocalResponseNorm`, ONNX `LRN`).
///
/// Channel c is divided by a term from channels `c - size/2` to `c + (size - 1)/2` at the same position,
/// as far as they exist. Krizhevsky's n 5, alpha 1e-4 on the plain sum, beta 0.75, k 2 is size
/// 5, alpha 5e-4 here.
public struct LocalResponseNorm<let channels: Int, let height: Int, let width: Int>: Sendable {
  private let normalization: LocalResponseNormalization

  /// - Precondition: `size` is from 1 to 2^31 - 1.
  public init(size: Int, alpha: Double, beta: Double, k: Double) {
    precondition(
      (1...Int(Int32.max)).contains(size),
      "the size of local response normalisation must be between 1 and 2^31 - 1")
    normalization = LocalResponseNormalization(size: size, alpha: alpha, beta: beta, k: k)
  }

  /// `input`, each value divided by the term from its neighbouring channels.
  public func callAsFunction(
    _ input: FeatureMap<channels, height, width>
  ) -> FeatureMap<channels, height, width> {
    input.transformed(by: normalization)
  }
}
