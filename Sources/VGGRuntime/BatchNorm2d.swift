import VGGKernels
import VGGWeights

/// Batch normalisation with the statistics learnt in training, channel by channel:
/// `(x - mean) / sqrt(variance + 1e-5) * weight + bias` (`torch.nn.BatchNorm2d` in evaluation).
public struct BatchNorm2d<let channels: Int, let height: Int, let width: Int>: Sendable {
  /// One factor and one summand a channel: the formula, multiplied out.
  private let scale: [Float]
  private let shift: [Float]

  /// PyTorch's default.
  private static var epsilon: Double { 1e-5 }

  /// Takes `name.weight`, `name.bias`, `name.running_mean` and `name.running_var`, of `channels`
  /// values each.
  ///
  /// - Parameter name: torchvision's prefix for the layer, such as `features.1`.
  /// - Throws: `WeightError` when a tensor is missing or has another shape.
  public init(_ name: String, from weights: some WeightSource) throws {
    func tensor(_ part: String) throws -> [Float] {
      try weights.tensor("\(name).\(part)", shape: [channels]).values
    }
    let (weight, bias) = (try tensor("weight"), try tensor("bias"))
    let (mean, variance) = (try tensor("running_mean"), try tensor("running_var"))
    let factors = weight.indices.map {
      Double(weight[$0]) / (Double(variance[$0]) + Self.epsilon).squareRoot()
    }
    scale = factors.map { Float($0) }
    shift = factors.indices.map { Float(Double(bias[$0]) - Double(mean[$0]) * factors[$0]) }
  }

  /// The normalised map; in place when nothing else holds `input`.
  public func callAsFunction(
    _ input: consuming FeatureMap<channels, height, width>
  ) -> FeatureMap<channels, height, width> {
    input.changed { vgg_scale_shift($0, scale, shift, false, $1, $2, $3, $4) }
  }
}
