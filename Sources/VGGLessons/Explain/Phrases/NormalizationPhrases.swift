import VGGGraph

/// The phrases on local response normalisation and batch normalisation.
package protocol NormalizationPhrases {
  func sumOfSquares(overChannels size: Int) -> String
  /// - Parameter factor: The factor of each square in the sum.
  func twoAlphas(of norm: LocalResponseNorm, factor: String) -> String
  /// Says that the normalisation cannot be folded, since it does not follow a convolution.
  func normAfterOther(named layer: String, after previous: String) -> String
  func batchNormalization(of norm: BatchNorm2d, named layer: String) -> String
}
