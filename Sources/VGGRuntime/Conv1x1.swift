import VGGWeights

/// A 1x1 convolution, stride 1, padding 0: at every place a linear map of the channels
/// (`torch.nn.Conv2d`).
///
/// For example: `Conv1x1<256, 512, 28, 28>` maps `FeatureMap<256, 28, 28>` to
/// `FeatureMap<512, 28, 28>`.
public struct Conv1x1<
  let inputChannels: Int, let outputChannels: Int, let height: Int, let width: Int
>: Sendable {
  private let weights: ConvolutionWeights

  /// Takes `name.weight`, outputChannels x inputChannels x 1 x 1, and `name.bias`, outputChannels.
  ///
  /// - Parameter name: torchvision's prefix for the layer, such as `features.14`.
  /// - Throws: `WeightError` when a tensor is missing or has another shape.
  public init(_ name: String, bias: Bool = true, from weights: some WeightSource) throws {
    self.weights = try ConvolutionWeights(
      name, inputChannels: inputChannels, outputChannels: outputChannels, kernel: 1, bias: bias,
      from: weights)
  }

  public func callAsFunction(
    _ input: FeatureMap<inputChannels, height, width>
  ) -> FeatureMap<outputChannels, height, width> {
    // Without neighbours the map may be taken as one long row.
    let geometry = ConvolutionGeometry(
      inputChannels: inputChannels, inputHeight: 1, inputWidth: height * width,
      outputChannels: outputChannels, outputHeight: 1, outputWidth: height * width,
      kernel: 1, stride: 1, padding: 0)
    return FeatureMap { weights.apply(to: input.values, geometry, output: $0) }
  }
}
