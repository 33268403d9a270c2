import VGGWeights

/// A batch normalisation in evaluation as a factor and a summand a channel: `factor * x + summand` is
/// `(x - mean) / sqrt(variance + 1e-5) * weight + bias`.
package struct ChannelScale: Sendable {
  package let factors: [Float]
  package let summands: [Float]

  /// PyTorch's default, which torchvision's networks keep.
  private static let epsilon = 1e-5

  /// Takes `name.weight`, `name.bias`, `name.running_mean` and `name.running_var`.
  package init(_ name: String, channels: Int, from weights: some WeightSource) throws {
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
