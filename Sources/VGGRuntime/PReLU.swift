import VGGCompute
import VGGWeights

/// Each value, with negative ones multiplied by a learned slope, one for the whole layer (`torch.nn.PReLU` with
/// `num_parameters=1`).
public struct PReLU: Sendable {
  private let slope: Double

  /// Takes `name.weight`, of one value.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `features.1`.
  ///   - weights: The source of the tensor.
  /// - Throws: `WeightError` when the tensor is missing or has a different shape.
  public init(_ name: String, from weights: some WeightSource) throws {
    slope = Double(try weights.slope("\(name).weight"))
  }

  /// The map with its negative values times the slope; in place when nothing else holds `input`.
  public func callAsFunction<let channels: Int, let height: Int, let width: Int>(
    _ input: consuming FeatureMap<channels, height, width>
  ) -> FeatureMap<channels, height, width> {
    input.leakyReLU(slope: slope)
  }

  /// The vector with its negative values times the slope; in place when nothing else holds `input`.
  public func callAsFunction<let count: Int>(
    _ input: consuming FeatureVector<count>
  ) -> FeatureVector<count> {
    input.leakyReLU(slope: slope)
  }
}
