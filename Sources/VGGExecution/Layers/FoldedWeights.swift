import VGGCompute
import VGGGraph
import VGGWeights

/// A convolution's weights with the batch normalisation after it folded in.
struct FoldedWeights {
  /// Output channels x input channels of a group x kernel height x kernel width, unscaled.
  let weight: WeightTensor
  /// The factor of each output channel's weights; `nil` for none.
  let scale: [Float]?
  let bias: [Float]?

  init(_ fused: FusedConvolution, from weights: some WeightSource) throws {
    let convolution = fused.convolution
    let channels = convolution.outputChannels
    weight = try weights.tensor("\(fused.name).weight", shape: fused.weightShape)
    let bias =
      convolution.bias
      ? try weights.tensor("\(fused.name).bias", shape: [channels]).values : nil
    guard let norm = fused.norm else {
      (scale, self.bias) = (nil, bias)
      return
    }
    let folded = try ChannelScale(norm, channels: channels, from: weights)
    scale = folded.factors
    guard let bias else {
      self.bias = folded.summands
      return
    }
    self.bias = zip(bias, zip(folded.factors, folded.summands)).map { $0 * $1.0 + $1.1 }
  }
}
