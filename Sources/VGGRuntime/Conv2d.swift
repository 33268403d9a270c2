import VGGCompute
import VGGWeights

/// A convolution with any kernel, stride, padding, dilation and number of groups (`torch.nn.Conv2d`).
///
/// Height and width of the output are `floor((size + 2*padding - kernel)/stride) + 1`, or, with a dilation,
/// `floor((size + 2*padding - dilation*(kernel - 1) - 1)/stride) + 1`; `init` checks that the type has this
/// size.
public struct Conv2d<
  let inputChannels: Int, let inputHeight: Int, let inputWidth: Int,
  let outputChannels: Int, let outputHeight: Int, let outputWidth: Int
>: Sendable {
  private let convolution: PackedConvolution

  /// Takes `name.weight`, outputChannels x inputChannels/groups x kernel height x kernel width, and
  /// `name.bias`, outputChannels.
  ///
  /// - Parameters:
  ///   - name: torchvision's prefix for the layer, such as `features.0`.
  ///   - kernel: The window's height and width, in rows and columns of the map.
  ///   - stride: The step from window to window.
  ///   - padding: Rows and columns of zeros on each side of the map.
  ///   - dilation: The rows and columns from one of the kernel's weights to the next.
  ///   - groups: The parts that the channels are divided into, each convolved by itself: 1 for one, the
  ///     number of channels for a depthwise convolution.
  ///   - bias: Whether the layer has a bias; without one, `name.bias` is not requested.
  ///   - weights: The source of the tensors.
  /// - Throws: `ShapeError` when the window does not produce the type's output size, or the groups do not
  ///   divide the channels; `WeightError` when a tensor is missing or has a different shape; `OutOfMemory`.
  public init(
    _ name: String, kernel: Sides, stride: Sides = 1, padding: Sides = 0, dilation: Sides = 1,
    groups: Int = 1, bias: Bool = true, from weights: some WeightSource
  ) throws {
    let layer =
      "Conv2d<\(inputChannels), \(inputHeight), \(inputWidth), "
      + "\(outputChannels), \(outputHeight), \(outputWidth)> '\(name)'"
    let window = try SlidingWindow(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, layer: layer)
    try window.check(
      input: Sides(height: inputHeight, width: inputWidth),
      output: Sides(height: outputHeight, width: outputWidth), layer: layer)
    let geometry = ConvolutionGeometry(
      inputChannels: inputChannels, inputHeight: inputHeight, inputWidth: inputWidth,
      outputChannels: outputChannels, outputHeight: outputHeight, outputWidth: outputWidth,
      window: window, groups: groups)
    convolution = try PackedConvolution(name, geometry, bias: bias, from: weights, layer: layer)
  }

  /// The convolution of `input`, bias included.
  public func callAsFunction(
    _ input: FeatureMap<inputChannels, inputHeight, inputWidth>
  ) -> FeatureMap<outputChannels, outputHeight, outputWidth> {
    FeatureMap(convolution(input.storage))
  }
}
