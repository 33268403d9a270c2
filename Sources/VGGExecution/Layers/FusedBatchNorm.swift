import VGGCompute
import VGGGraph
import VGGWeights

/// A batch normalisation layer without a convolution right before it, with or without an activation after it.
struct FusedBatchNorm: Hashable, Sendable {
  let channels: Int
  let name: String
  var activation: LayerActivation?

  init(channels: Int, name: String) {
    self.channels = channels
    self.name = name
  }

  /// The operation with `layer` after it, which can be an activation.
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
