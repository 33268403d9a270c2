#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Each value divided by `(k + alpha/size * sum of squares over size neighbouring channels) ^ beta`
/// (`torch.nn.LocalResponseNorm`, ONNX `LRN`).
///
/// Channel c is divided by what channels `c - size/2` to `c + (size - 1)/2` hold at the same place,
/// as far as they are there. Krizhevsky's n 5, alpha 1e-4 on the plain sum, beta 0.75, k 2 is size
/// 5, alpha 5e-4 here.
public struct LocalResponseNorm<let channels: Int, let height: Int, let width: Int>: Sendable {
  private let size: Int
  private let alpha: Float
  private let beta: Float
  private let k: Float

  /// - Precondition: `size` is at least 1.
  public init(size: Int, alpha: Double, beta: Double, k: Double) {
    precondition(size >= 1, "the size of local response normalisation must be at least 1")
    self.size = size
    self.alpha = Float(alpha)
    self.beta = Float(beta)
    self.k = Float(k)
  }

  public func callAsFunction(
    _ input: FeatureMap<channels, height, width>
  ) -> FeatureMap<channels, height, width> {
    let area = height * width
    let factor = alpha / Float(size)
    return FeatureMap { output in
      input.values.withUnsafeBufferPointer { input in
        guard let input = input.baseAddress else { return }
        for channel in 0..<channels {
          let target = output + channel * area
          target.update(repeating: 0, count: area)
          for neighbour in neighbours(of: channel) {
            addSquares(of: input + neighbour * area, to: target, count: area)
          }
          let source = input + channel * area
          for index in 0..<area {
            target[index] = source[index] / powf(k + factor * target[index], beta)
          }
        }
      }
    }
  }

  private func neighbours(of channel: Int) -> Range<Int> {
    max(0, channel - size / 2)..<min(channels, channel + (size - 1) / 2 + 1)
  }
}

private func addSquares(
  of source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
) {
  for index in 0..<count {
    target[index] += source[index] * source[index]
  }
}
