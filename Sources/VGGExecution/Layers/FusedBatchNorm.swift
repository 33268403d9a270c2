import VGGCompute
import VGGGraph
import VGGWeights

/// A batch normalisation that no convolution comes right before, with an activation after it or without.
struct FusedBatchNorm: Hashable, Sendable {
  let channels: Int
  let name: String
  var activation: LayerActivation?

  init(channels: Int, name: String) {
    self.channels = channels
    self.name = name
  }

  /// With `layer` after it, which can be an activation.
  func absorbing(_ layer: Layer) -> FusedBatchNorm? {
    guard activation == nil, let activation = layer.fusion?.activation else { return nil }
    var fused = self
    fused.activation = activation
    return fused
  }

  func scale(from weights: some WeightSource) throws -> ChannelScale {
    var scale = try ChannelScale(name, channels: channels, from: weights)
    scale.hasReLU = activation == .relu
    scale.activation = try activation?.function(from: weights)
    return scale
  }
}
