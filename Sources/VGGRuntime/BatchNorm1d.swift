import VGGCompute
import VGGWeights

/// Batch normalisation with the statistics learned in training, value by value:
/// `(x - mean) / sqrt(variance + 1e-5) * weight + bias` (`torch.nn.BatchNorm1d` in evaluation).
public struct BatchNorm1d<let count: Int>: Sendable {
  private let scale: ChannelScale

  /// Takes `name.weight`, `name.bias`, `name.running_mean` and `name.running_var`, of `count` values each.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `classifier.1`.
  ///   - weights: The source of the tensors.
  /// - Throws: `WeightError` when a tensor is missing or has a different shape.
  public init(_ name: String, from weights: some WeightSource) throws {
    scale = try ChannelScale(name, channels: count, from: weights)
  }

  /// The normalised vector; in place when nothing else holds `input`.
  public func callAsFunction(_ input: consuming FeatureVector<count>) -> FeatureVector<count> {
    changeValues(&input.values) { values in
      KernelWorkspace.use { scale.run(on: $0.team, batch: 1, from: values, to: values) }
    }
    return input
  }
}
