import VGGCompute
import VGGWeights

/// A 1x1 convolution, stride 1, padding 0: a linear map of the channels at every position
/// (`torch.nn.Conv2d`).
///
/// For example: `Conv1x1<256, 512, 28, 28>` maps `FeatureMap<256, 28, 28>` to
/// `FeatureMap<512, 28, 28>`.
public struct Conv1x1<
  let inputChannels: Int, let outputChannels: Int, let height: Int, let width: Int
>: Sendable {
  private let convolution: PackedConvolution

  /// Takes `name.weight`, outputChannels x inputChannels x 1 x 1, and `name.bias`, outputChannels.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `features.14`.
  ///   - bias: Whether the layer has a bias; without one, `name.bias` is not requested.
  ///   - weights: The source of the tensors.
  /// - Throws: `WeightError` when a tensor is missing or has a different shape; `ShapeError` when the
  ///   layer is too large to run; `OutOfMemory`.
  public init(_ name: String, bias: Bool = true, from weights: some WeightSource) throws {
    let geometry = ConvolutionGeometry(
      inputChannels: inputChannels, inputHeight: height, inputWidth: width,
      outputChannels: outputChannels, outputHeight: height, outputWidth: width,
      window: SlidingWindow(kernel: 1, stride: 1, padding: 0))
    convolution = try PackedConvolution(
      name, geometry, bias: bias, from: weights,
      layer: "Conv1x1<\(inputChannels), \(outputChannels), \(height), \(width)> '\(name)'")
  }

  /// The convolution of `input`, bias included.
  public func callAsFunction(
    _ input: FeatureMap<inputChannels, height, width>
  ) -> FeatureMap<outputChannels, height, width> {
    FeatureMap(convolution(input.storage))
  }
}
