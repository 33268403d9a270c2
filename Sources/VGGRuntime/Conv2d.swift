import VGGCompute
import VGGWeights

/// A convolution with any square kernel, stride and padding (`torch.nn.Conv2d`).
///
/// Height and width of the output are `floor((size + 2*padding - kernel)/stride) + 1`; `init`
/// checks that the type says the same.
public struct Conv2d<
  let inputChannels: Int, let inputHeight: Int, let inputWidth: Int,
  let outputChannels: Int, let outputHeight: Int, let outputWidth: Int
>: Sendable {
  private let convolution: PackedConvolution

  /// Takes `name.weight`, outputChannels x inputChannels x kernel x kernel, and `name.bias`,
  /// outputChannels.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `features.0`.
  ///   - kernel: The window's height and width, in rows and columns of the map.
  ///   - stride: The step from window to window.
  ///   - padding: Rows and columns of zeros around the map.
  ///   - bias: Whether the layer has one; without, `name.bias` is not asked for.
  ///   - weights: What gives the tensors.
  /// - Throws: `ShapeError` when the window does not give the type's output size; `WeightError`
  ///   when a tensor is missing or has another shape; `OutOfMemory`.
  public init(
    _ name: String, kernel: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true,
    from weights: some WeightSource
  ) throws {
    let layer =
      "Conv2d<\(inputChannels), \(inputHeight), \(inputWidth), "
      + "\(outputChannels), \(outputHeight), \(outputWidth)> '\(name)'"
    let window = try SlidingWindow(kernel: kernel, stride: stride, padding: padding, layer: layer)
    try window.check("height", input: inputHeight, output: outputHeight, layer: layer)
    try window.check("width", input: inputWidth, output: outputWidth, layer: layer)
    let geometry = ConvolutionGeometry(
      inputChannels: inputChannels, inputHeight: inputHeight, inputWidth: inputWidth,
      outputChannels: outputChannels, outputHeight: outputHeight, outputWidth: outputWidth,
      window: window)
    convolution = try PackedConvolution(name, geometry, bias: bias, from: weights, layer: layer)
  }

  /// The convolution of `input`, bias included.
  public func callAsFunction(
    _ input: FeatureMap<inputChannels, inputHeight, inputWidth>
  ) -> FeatureMap<outputChannels, outputHeight, outputWidth> {
    FeatureMap(convolution(input.storage))
  }
}
