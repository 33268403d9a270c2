import VGGGraph

/// What local response normalisation and batch normalisation do.
package protocol NormalizationPhrases {
  func sumOfSquares(overChannels size: Int) -> String
  /// - Parameter factor: Of each square in the sum.
  func twoAlphas(of norm: LocalResponseNorm, factor: String) -> String
  /// That the normalisation cannot be folded, since it follows another layer than a convolution.
  func normAfterOther(named layer: String, after previous: String) -> String
  func batchNormalization(of norm: BatchNorm2d, named layer: String) -> String
}
