import VGGGraph
import VGGWeights

/// A batch normalisation as a factor and a summand a channel: `factor * x + summand`.
struct ChannelScale: Sendable {
  let factors: [Float]
  let summands: [Float]

  /// PyTorch's default, which torchvision's networks keep.
  private static let epsilon = 1e-5

  /// Takes `name.weight`, `name.bias`, `name.running_mean` and `name.running_var`.
  init(_ name: String, channels: Int, from weights: some WeightSource) throws {
    func values(_ part: String) throws -> [Double] {
      try weights.tensor("\(name).\(part)", shape: [channels]).values.map(Double.init)
    }
    let (weight, bias) = (try values("weight"), try values("bias"))
    let (mean, variance) = (try values("running_mean"), try values("running_var"))
    let scales = zip(weight, variance).map { $0 / ($1 + Self.epsilon).squareRoot() }
    factors = scales.map { Float($0) }
    summands = zip(zip(scales, mean), bias).map { Float($1 - $0.0 * $0.1) }
  }
}

/// A convolution's weights with the batch normalisation after it folded in.
struct FoldedWeights {
  /// Output channels x input channels x kernel x kernel, unscaled.
  let weight: WeightTensor
  /// What each output channel's weights are multiplied by; `nil` for nothing.
  let scale: [Float]?
  let bias: [Float]?

  init(_ fused: FusedConvolution, from weights: some WeightSource) throws {
    let convolution = fused.convolution
    let channels = convolution.outputChannels
    weight = try weights.tensor(
      "\(fused.name).weight",
      shape: [channels, convolution.inputChannels, convolution.kernel, convolution.kernel])
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
