import VGGCompute

/// The largest value of each window, channel by channel (`torch.nn.MaxPool2d`).
///
/// Height and width of the output are `floor((size + 2*padding - kernel)/stride) + 1`, or rounded
/// up in ceil mode, less one when the last window would start past the map; `init` checks that the
/// type has this size.
public struct MaxPool2d<
  let channels: Int, let inputHeight: Int, let inputWidth: Int,
  let outputHeight: Int, let outputWidth: Int
>: Sendable {
  private let pooling: MaxPooling

  /// A layer that takes the largest values of windows.
  ///
  /// - Parameters:
  ///   - kernel: The window's height and width, in rows and columns of the map.
  ///   - stride: The step from window to window; the kernel's size when not given.
  ///   - padding: Rows and columns on each side of the map, at most half the kernel; they count as smaller
  ///     than every number.
  ///   - ceilMode: Whether the output's size is rounded up, so that a last window may go past the map.
  /// - Throws: `ShapeError` when the window does not produce the type's output size.
  public init(
    kernel: Sides, stride: Sides? = nil, padding: Sides = 0, ceilMode: Bool = false
  ) throws(ShapeError) {
    let layer =
      "MaxPool2d<\(channels), \(inputHeight), \(inputWidth), \(outputHeight), \(outputWidth)>"
    let window = try SlidingWindow(
      kernel: kernel, stride: stride ?? kernel, padding: padding, ceil: ceilMode, layer: layer)
    try window.checkPoolingPadding(layer: layer)
    try window.check(
      input: Sides(height: inputHeight, width: inputWidth),
      output: Sides(height: outputHeight, width: outputWidth), layer: layer)
    pooling = MaxPooling(window: window)
  }

  /// The largest value of each window, channel by channel.
  public func callAsFunction(
    _ input: FeatureMap<channels, inputHeight, inputWidth>
  ) -> FeatureMap<channels, outputHeight, outputWidth> {
    input.transformed(by: pooling)
  }
}
