import VGGCompute
import VGGWeights

/// A 3x3 convolution, stride 1, padding 1, which keeps height and width (`torch.nn.Conv2d`).
///
/// For example: `Conv3x3<3, 64, 224, 224>` maps `FeatureMap<3, 224, 224>` to
/// `FeatureMap<64, 224, 224>`.
public struct Conv3x3<
  let inputChannels: Int, let outputChannels: Int, let height: Int, let width: Int
>: Sendable {
  private let convolution: PackedConvolution

  /// Takes `name.weight`, outputChannels x inputChannels x 3 x 3, and `name.bias`, outputChannels.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `features.0`.
  ///   - bias: Whether the layer has a bias; without one, `name.bias` is not requested.
  ///   - weights: The source of the tensors.
  /// - Throws: `WeightError` when a tensor is missing or has a different shape; `ShapeError` when the
  ///   layer is too large to run; `OutOfMemory`.
  public init(_ name: String, bias: Bool = true, from weights: some WeightSource) throws {
    let geometry = ConvolutionGeometry(
      inputChannels: inputChannels, inputHeight: height, inputWidth: width,
      outputChannels: outputChannels, outputHeight: height, outputWidth: width,
      window: SlidingWindow(kernel: 3, stride: 1, padding: 1))
    convolution = try PackedConvolution(
      name, geometry, bias: bias, from: weights,
      layer: "Conv3x3<\(inputChannels), \(outputChannels), \(height), \(width)> '\(name)'")
  }

  /// The convolution of `input`, bias included.
  public func callAsFunction(
    _ input: FeatureMap<inputChannels, height, width>
  ) -> FeatureMap<outputChannels, height, width> {
    FeatureMap(convolution(input.storage))
  }
}
