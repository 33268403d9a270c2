import VGGFiles

/// The origin of each pixel of a shrunk or stretched row: a span of the row and
/// its weights.
///
/// A triangle filter that widens as the row shrinks, with weights in fixed point: pixel for pixel
/// what Pillow's `resize` with `BILINEAR` gives, which torchvision's transforms use on photos.
struct ResamplingTable {
  struct Pixel {
    /// The first pixel of the row that counts.
    let start: Int
    /// One weight a pixel, in units of `2^-fractionBits`.
    let weights: [Int]
  }

  static let fractionBits = 22

  let pixels: [Pixel]

  /// For the pixels `range` of the `outputSize` that `inputSize` become.
  init(from inputSize: Int, to outputSize: Int, range: Range<Int>) {
    let scale = Double(inputSize) / Double(outputSize)
    let support = max(1, scale)
    pixels = range.map { index in
      let center = (Double(index) + 0.5) * scale
      let start = max(0, Int(clamping: center - support + 0.5))
      let end = min(inputSize, Int(clamping: center + support + 0.5))
      return Pixel(
        start: start,
        weights: fixedPoint(
          (start..<end).map { triangle((Double($0) - center + 0.5) * (1 / support)) }))
    }
  }

  /// The part of the row that the pixels come from.
  var span: Range<Int> {
    let start = pixels.map(\.start).min() ?? 0
    return start..<(pixels.map { $0.start + $0.weights.count }.max() ?? start)
  }

  /// The sum of `sample` of each place, weighted, as a pixel value.
  @inline(__always)
  static func value(_ pixel: Pixel, _ sample: (Int) -> UInt8) -> UInt8 {
    var sum = 1 << (fractionBits - 1)
    for (offset, weight) in pixel.weights.enumerated() {
      sum += weight * Int(sample(pixel.start + offset))
    }
    return UInt8(clamping: sum >> fractionBits)
  }
}

private func triangle(_ distance: Double) -> Double {
  max(0, 1 - abs(distance))
}

/// The weights, made to add up to 1, to the nearest unit.
private func fixedPoint(_ weights: [Double]) -> [Int] {
  let sum = weights.reduce(0, +)
  return weights.map { Int(clamping: $0 / sum * Double(1 << ResamplingTable.fractionBits) + 0.5) }
}
