import VGGCompute

/// The mean of each window, channel by channel (`torch.nn.AvgPool2d` without padding).
///
/// Height and width of the output are `floor((size - kernel)/stride) + 1`; `init` checks that the
/// type says the same.
public struct AvgPool2d<
  let channels: Int, let inputHeight: Int, let inputWidth: Int,
  let outputHeight: Int, let outputWidth: Int
>: Sendable {
  private let pooling: AveragePooling

  /// A layer that takes the means of windows inside the map.
  ///
  /// - Parameters:
  ///   - kernel: The window's height and width, in rows and columns of the map.
  ///   - stride: The step from window to window; the kernel's size when not given.
  /// - Throws: `ShapeError` when the window does not give the type's output size.
  public init(kernel: Int, stride: Int? = nil) throws(ShapeError) {
    let layer =
      "AvgPool2d<\(channels), \(inputHeight), \(inputWidth), \(outputHeight), \(outputWidth)>"
    let window = try SlidingWindow(
      kernel: kernel, stride: stride ?? kernel, padding: 0, layer: layer)
    try window.check("height", input: inputHeight, output: outputHeight, layer: layer)
    try window.check("width", input: inputWidth, output: outputWidth, layer: layer)
    pooling = AveragePooling(window: window)
  }

  /// The mean of each window, channel by channel.
  public func callAsFunction(
    _ input: FeatureMap<channels, inputHeight, inputWidth>
  ) -> FeatureMap<channels, outputHeight, outputWidth> {
    input.transformed(by: pooling)
  }
}
