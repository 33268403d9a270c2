/// The means of as many bins as the output has places (`torch.nn.AdaptiveAvgPool2d`).
///
/// Bin i of n over a size s covers the rows from `floor(i*s/n)` up to `ceil((i + 1)*s/n)`: bins may
/// overlap, and an output larger than its input repeats values.
public struct AdaptiveAvgPool2d<
  let channels: Int, let inputHeight: Int, let inputWidth: Int,
  let outputHeight: Int, let outputWidth: Int
>: Sendable {
  public init() {}

  public func callAsFunction(
    _ input: FeatureMap<channels, inputHeight, inputWidth>
  ) -> FeatureMap<channels, outputHeight, outputWidth> {
    let rows = (0..<outputHeight).map { bin($0, of: outputHeight, over: inputHeight) }
    let columns = (0..<outputWidth).map { bin($0, of: outputWidth, over: inputWidth) }
    return FeatureMap { output in
      input.values.withUnsafeBufferPointer { input in
        guard let input = input.baseAddress else { return }
        var index = 0
        for channel in 0..<channels {
          let plane = input + channel * inputHeight * inputWidth
          for rows in rows {
            for columns in columns {
              output[index] = mean(plane, rowStride: inputWidth, rows: rows, columns: columns)
              index += 1
            }
          }
        }
      }
    }
  }
}

private func bin(_ index: Int, of count: Int, over size: Int) -> Range<Int> {
  index * size / count..<((index + 1) * size + count - 1) / count
}
