import VGGCompute
import VGGGraph
import VGGWeights

/// A batch normalisation that no convolution comes right before, with ReLU after it or without.
struct FusedBatchNorm: Hashable, Sendable {
  let channels: Int
  let name: String
  var hasReLU = false

  init(channels: Int, name: String) {
    self.channels = channels
    self.name = name
  }

  /// With `layer` after it, which can be a ReLU.
  func absorbing(_ layer: Layer) -> FusedBatchNorm? {
    guard layer.fusion == .relu, !hasReLU else { return nil }
    var fused = self
    fused.hasReLU = true
    return fused
  }

  func scale(from weights: some WeightSource) throws -> ChannelScale {
    var scale = try ChannelScale(name, channels: channels, from: weights)
    scale.hasReLU = hasReLU
    return scale
  }
}
