import VGGCompute
import VGGWeights

/// Batch normalisation with the statistics learned in training, channel by channel:
/// `(x - mean) / sqrt(variance + 1e-5) * weight + bias` (`torch.nn.BatchNorm2d` in evaluation).
public struct BatchNorm2d<let channels: Int, let height: Int, let width: Int>: Sendable {
  private let scale: ChannelScale

  /// Takes `name.weight`, `name.bias`, `name.running_mean` and `name.running_var`, of `channels`
  /// values each.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `features.1`.
  ///   - weights: The source of the tensors.
  /// - Throws: `WeightError` when a tensor is missing or has a different shape.
  public init(_ name: String, from weights: some WeightSource) throws {
    scale = try ChannelScale(name, channels: channels, from: weights)
  }

  /// The normalised map; in place when nothing else holds `input`.
  public func callAsFunction(
    _ input: consuming FeatureMap<channels, height, width>
  ) -> FeatureMap<channels, height, width> {
    input.changed(by: scale)
  }
}
