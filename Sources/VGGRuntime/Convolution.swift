/// The sizes of a convolution, whose window gives exactly the output's size.
struct ConvolutionGeometry: Hashable, Sendable {
  let inputChannels: Int
  let inputHeight: Int
  let inputWidth: Int
  let outputChannels: Int
  let outputHeight: Int
  let outputWidth: Int
  let kernel: Int
  let stride: Int
  let padding: Int

  /// The output's columns (or rows) whose window has its column (or row) `tap` inside an input of
  /// `size`.
  func inside(_ tap: Int, input size: Int, output: Int) -> Range<Int> {
    let offset = tap - padding
    let first = offset >= 0 ? 0 : (stride - 1 - offset) / stride
    let end = size > offset ? (size - 1 - offset) / stride + 1 : 0
    let lower = min(first, output)
    return lower..<max(lower, min(end, output))
  }
}

/// Direct convolution: each output is the bias plus the products of a window with the weight.
///
/// Row by row, so that the row being summed stays in the nearest cache; the inner loop runs along a
/// row.
///
/// - Parameters:
///   - input: input channels x input height x input width.
///   - weight: output channels x input channels x kernel x kernel.
///   - bias: one value an output channel, or none.
///   - output: output channels x output height x output width, written throughout.
func convolve(
  _ input: UnsafePointer<Float>, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
  _ geometry: ConvolutionGeometry, output: UnsafeMutablePointer<Float>
) {
  let filterSize = geometry.inputChannels * geometry.kernel * geometry.kernel
  let outputPlane = geometry.outputHeight * geometry.outputWidth
  for channel in 0..<geometry.outputChannels {
    let filter = weight + channel * filterSize
    let plane = output + channel * outputPlane
    for y in 0..<geometry.outputHeight {
      let row = plane + y * geometry.outputWidth
      row.update(repeating: bias?[channel] ?? 0, count: geometry.outputWidth)
      addRow(y, of: input, filter: filter, geometry, to: row)
    }
  }
}

/// Adds to `row`, the output row `y` of one channel, what every tap of the filter gives.
private func addRow(
  _ y: Int, of input: UnsafePointer<Float>, filter: UnsafePointer<Float>,
  _ geometry: ConvolutionGeometry, to row: UnsafeMutablePointer<Float>
) {
  let kernel = geometry.kernel
  let top = y * geometry.stride - geometry.padding
  let rows = max(0, -top)..<max(max(0, -top), min(kernel, geometry.inputHeight - top))
  for channel in 0..<geometry.inputChannels {
    let plane = input + channel * geometry.inputHeight * geometry.inputWidth
    let taps = filter + channel * kernel * kernel
    for tapY in rows {
      let source = plane + (top + tapY) * geometry.inputWidth
      for tapX in 0..<kernel {
        let columns = geometry.inside(
          tapX, input: geometry.inputWidth, output: geometry.outputWidth)
        let start = columns.lowerBound * geometry.stride + tapX - geometry.padding
        addScaled(
          source + start, stride: geometry.stride, by: taps[tapY * kernel + tapX],
          to: row + columns.lowerBound, count: columns.count)
      }
    }
  }
}

/// Adds `factor` times every `stride`th source value to `count` targets.
@inline(__always)
private func addScaled(
  _ source: UnsafePointer<Float>, stride: Int, by factor: Float,
  to target: UnsafeMutablePointer<Float>, count: Int
) {
  if stride == 1 {
    for index in 0..<count {
      target[index] += factor * source[index]
    }
  } else {
    for index in 0..<count {
      target[index] += factor * source[index &* stride]
    }
  }
}
