import VGGCompute
import VGGWeights

/// A fully connected layer at every position of a map: the dense form of section 3.2 of the VGG paper.
///
/// For example: `DenseLinear<512, 12, 12, 4096, 6, 6>` with a kernel of 7 maps `FeatureMap<512, 12, 12>` to
/// `FeatureMap<4096, 6, 6>`, with the weights of `Linear<25088, 4096>`.
///
/// Its window moves by 1 and has no padding; `init` checks that the type has the resulting size.
public struct DenseLinear<
  let inputChannels: Int, let inputHeight: Int, let inputWidth: Int,
  let outputChannels: Int, let outputHeight: Int, let outputWidth: Int
>: Sendable {
  private let convolution: PackedConvolution

  /// Takes `name.weight`, outputChannels x (inputChannels * kernel height * kernel width), and `name.bias`,
  /// outputChannels.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `classifier.0`.
  ///   - kernel: The window's height and width, in rows and columns of the map.
  ///   - weights: The source of the tensors.
  /// - Throws: `ShapeError` when the window does not produce the type's output size; `WeightError` when a tensor is
  ///   missing or has a different shape; `OutOfMemory`.
  public init(_ name: String, kernel: Sides, from weights: some WeightSource) throws {
    let layer =
      "DenseLinear<\(inputChannels), \(inputHeight), \(inputWidth), "
      + "\(outputChannels), \(outputHeight), \(outputWidth)> '\(name)'"
    let window = try SlidingWindow(
      kernel: kernel, stride: 1, padding: 0, dilation: 1, layer: layer)
    try window.check(
      input: Sides(height: inputHeight, width: inputWidth),
      output: Sides(height: outputHeight, width: outputWidth), layer: layer)
    let geometry = ConvolutionGeometry(
      inputChannels: inputChannels, inputHeight: inputHeight, inputWidth: inputWidth,
      outputChannels: outputChannels, outputHeight: outputHeight, outputWidth: outputWidth,
      window: window, isStoredAsLinear: true)
    convolution = try PackedConvolution(name, geometry, bias: true, from: weights, layer: layer)
  }

  /// The layer's outputs at every position of `input`.
  public func callAsFunction(
    _ input: FeatureMap<inputChannels, inputHeight, inputWidth>
  ) -> FeatureMap<outputChannels, outputHeight, outputWidth> {
    FeatureMap(convolution(input.storage))
  }
}
