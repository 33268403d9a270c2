/// How pooling goes over a map: for each output, the part of its window that lies inside the input.
struct PlanePooling: Sendable {
  private let window: SlidingWindow
  private let inputHeight: Int
  private let inputWidth: Int
  private let outputHeight: Int
  private let outputWidth: Int

  /// - Throws: `ShapeError` when the window does not give the output's size; `layer` starts the
  ///   message.
  init(
    window: SlidingWindow, inputHeight: Int, inputWidth: Int, outputHeight: Int, outputWidth: Int,
    layer: String
  ) throws(ShapeError) {
    try window.check("height", input: inputHeight, output: outputHeight, layer: layer)
    try window.check("width", input: inputWidth, output: outputWidth, layer: layer)
    self.window = window
    self.inputHeight = inputHeight
    self.inputWidth = inputWidth
    self.outputHeight = outputHeight
    self.outputWidth = outputWidth
  }

  /// Writes every value of `output`: `summary` of each window of each channel, given by the rows
  /// and columns of a plane.
  @inline(__always)
  func apply(
    to input: [Float], channels: Int, output: UnsafeMutablePointer<Float>,
    _ summary: (UnsafePointer<Float>, _ rowStride: Int, Range<Int>, Range<Int>) -> Float
  ) {
    input.withUnsafeBufferPointer { input in
      guard let input = input.baseAddress else { return }
      for channel in 0..<channels {
        let plane = input + channel * inputHeight * inputWidth
        for y in 0..<outputHeight {
          let row = output + (channel * outputHeight + y) * outputWidth
          let rows = covered(y, size: inputHeight)
          for x in 0..<outputWidth {
            row[x] = summary(plane, inputWidth, rows, covered(x, size: inputWidth))
          }
        }
      }
    }
  }

  /// The rows (or columns) of the input that window `index` covers.
  private func covered(_ index: Int, size: Int) -> Range<Int> {
    let start = index * window.stride - window.padding
    return max(0, start)..<min(size, start + window.kernel)
  }
}
