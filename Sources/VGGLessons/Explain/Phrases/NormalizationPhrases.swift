import VGGGraph

/// What local response normalisation and batch normalisation do.
package protocol NormalizationPhrases {
  var localResponseHeading: String { get }
  var localResponseMeaning: String { get }
  func sumOfSquares(overChannels size: Int) -> String
  /// - Parameter factor: Of each square in the sum.
  func twoAlphas(of norm: LocalResponseNorm, factor: String) -> String
  var localResponseInThePaper: String { get }
  var batchNormalizationHeading: String { get }
  func batchNormalization(of norm: BatchNorm2d, named layer: String) -> String
}
