import VGGCompute

/// The largest value of each channel (`torch.nn.AdaptiveMaxPool2d(1)`).
public struct GlobalMaxPool<let channels: Int, let height: Int, let width: Int>: Sendable {
  /// A layer whose sizes are all in its type.
  public init() {}

  /// The pooled map: one value per channel.
  public func callAsFunction(
    _ input: FeatureMap<channels, height, width>
  ) -> FeatureMap<channels, 1, 1> {
    input.transformed(by: GlobalMaxPooling())
  }
}
