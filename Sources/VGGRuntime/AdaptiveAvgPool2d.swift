import VGGCompute

/// The means of bins, one for each value of the output (`torch.nn.AdaptiveAvgPool2d`).
///
/// Bin i of n over a size s covers the rows from `floor(i*s/n)` up to `ceil((i + 1)*s/n)`: bins may
/// overlap, and an output larger than its input repeats values.
public struct AdaptiveAvgPool2d<
  let channels: Int, let inputHeight: Int, let inputWidth: Int,
  let outputHeight: Int, let outputWidth: Int
>: Sendable {
  /// A layer whose sizes are all in its type.
  public init() {}

  /// The mean of each bin, channel by channel.
  public func callAsFunction(
    _ input: FeatureMap<channels, inputHeight, inputWidth>
  ) -> FeatureMap<channels, outputHeight, outputWidth> {
    input.transformed(by: AdaptiveAveragePooling())
  }
}
