import VGGFiles
import VGGPhotoFit

/// The origin of each pixel of a shrunk or stretched row: a span of the row and
/// its weights.
///
/// The results are, pixel for pixel, those of Pillow's `resize`, which torchvision's transforms use on photos: a filter that
/// widens as the row shrinks, with weights in fixed point, or the nearest pixel.
struct ResamplingTable {
  struct Pixel {
    /// The first pixel of the row that counts.
    let start: Int
    /// One weight per pixel, in units of `2^-fractionBits`.
    let weights: [Int]
  }

  static let fractionBits = 22

  let pixels: [Pixel]

  /// For the pixels of a resized photo that the crop keeps.
  init(_ axis: PlacedAxis, _ interpolation: PhotoInterpolation) {
    pixels =
      switch interpolation {
      case .bilinear: Self.filtered(axis, .triangle)
      case .bicubic: Self.filtered(axis, .cubic)
      case .nearest: Self.nearest(axis)
      }
  }

  /// The part of the row that the pixels come from.
  var span: Range<Int> {
    let start = pixels.map(\.start).min() ?? 0
    return start..<(pixels.map { $0.start + $0.weights.count }.max() ?? start)
  }

  /// The weighted sum of the samples that `pixel` comes from, as a pixel value.
  @inline(__always)
  static func value(_ pixel: Pixel, _ sample: (Int) -> UInt8) -> UInt8 {
    var sum = 1 << (fractionBits - 1)
    for (offset, weight) in pixel.weights.enumerated() {
      sum += weight * Int(sample(pixel.start + offset))
    }
    return UInt8(clamping: sum >> fractionBits)
  }

  private static func filtered(_ axis: PlacedAxis, _ filter: ResamplingFilter) -> [Pixel] {
    let scale = Double(axis.photo) / Double(axis.resized)
    let widening = max(1, scale)
    let support = filter.radius * widening
    return axis.kept.map { index in
      let center = (Double(index) + 0.5) * scale
      let start = max(0, Int(clamping: center - support + 0.5))
      let end = min(axis.photo, Int(clamping: center + support + 0.5))
      return Pixel(
        start: start,
        weights: fixedPoint(
          (start..<end).map { filter.weight((Double($0) - center + 0.5) * (1 / widening)) }))
    }
  }

  /// The nearest pixel of each. As in Pillow, positions are computed by repeated addition, whose rounding errors decide
  /// ties.
  private static func nearest(_ axis: PlacedAxis) -> [Pixel] {
    let step = Double(axis.photo) / Double(axis.resized)
    let first = axis.kept.lowerBound
    var place = step * 0.5
    if first <= longestSum {
      for _ in 0..<first { place += step }
    } else {
      place += step * Double(first)
    }
    return axis.kept.map { _ in
      defer { place += step }
      return Pixel(
        start: min(axis.photo - 1, Int(clamping: place)), weights: [1 << fractionBits])
    }
  }

  /// The most pixels that are counted one by one; a row of Pillow's pictures has fewer.
  private static let longestSum = 1 << 24
}

/// A filter's weights by the distance from its centre.
private struct ResamplingFilter: Sendable {
  /// The distance from which on all weights are 0.
  let radius: Double
  let weight: @Sendable (Double) -> Double

  static let triangle = ResamplingFilter(radius: 1) { max(0, 1 - abs($0)) }

  /// Keys's cubic with the parameter -0.5.
  static let cubic = ResamplingFilter(radius: 2) { distance in
    let x = abs(distance)
    if x < 1 { return ((-0.5 + 2) * x - (-0.5 + 3)) * x * x + 1 }
    if x < 2 { return (((x - 5) * x + 8) * x - 4) * -0.5 }
    return 0
  }
}

/// The weights, made to add up to 1, to the nearest unit.
private func fixedPoint(_ weights: [Double]) -> [Int] {
  let sum = weights.reduce(0, +)
  return weights.map { weight in
    let units = weight / sum * Double(1 << ResamplingTable.fractionBits)
    return Int(clamping: units + (units < 0 ? -0.5 : 0.5))
  }
}
