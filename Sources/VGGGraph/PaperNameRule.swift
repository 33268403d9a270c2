/// The rule by which the paper and its Caffe models name a layer kind; ``PaperNames`` does the counting.
package enum PaperNameRule: Hashable, Sendable {
  /// `conv2_1`: the block, and the convolution's place in it.
  case convolution
  /// `pool2`: the end of the block.
  case pooling
  /// `bn2_1`: named after the convolution before it.
  case afterConvolution(String)
  /// `relu2_1` or `relu6`: named after the convolution or the fully connected layer before it.
  case afterWeights(String)
  /// `fc6`: counted on from the last block.
  case fullyConnected
  /// `flatten`: a layer that occurs once in a network.
  case only(String)
  /// `prob`, then `prob_2`: numbered if it occurs again.
  case numbered(String)
}
