import VGGFiles
import VGGPhotoFit
import VGGRuntime
import VGGWeights

/// A part of a picture, in pixels.
package struct PictureCrop: Hashable, Sendable {
  package let top: Int
  package let left: Int
  package let height: Int
  package let width: Int

  package init(top: Int, left: Int, height: Int, width: Int) {
    self.top = top
    self.left = left
    self.height = height
    self.width = width
  }

  /// A random part as torchvision's `RandomResizedCrop` chooses it: a share of the area, uniform
  /// between the bounds of `scale`, and an aspect ratio (width divided by height), uniform between
  /// those of `ratio` on a logarithmic scale. If ten tries do not fit the picture, the largest
  /// centred part with a ratio within the bounds.
  package static func random(
    inHeight height: Int, width: Int, scale: ClosedRange<Double>, ratio: ClosedRange<Double>,
    using generator: inout SplitMix64
  ) -> PictureCrop {
    let area = Double(height) * Double(width)
    for _ in 0..<10 {
      let part = area * generator.number(in: scale)
      let aspect = Double.exponential(
        generator.number(
          in: Double.logarithm(ratio.lowerBound)...Double.logarithm(ratio.upperBound)))
      let w = rounded((part * aspect).squareRoot())
      let h = rounded((part / aspect).squareRoot())
      guard (1...width).contains(w), (1...height).contains(h) else { continue }
      let top = generator.integer(below: height - h + 1)
      let left = generator.integer(below: width - w + 1)
      return PictureCrop(top: top, left: left, height: h, width: w)
    }
    return middle(inHeight: height, width: width, ratio: ratio)
  }

  private static func middle(
    inHeight height: Int, width: Int, ratio: ClosedRange<Double>
  ) -> PictureCrop {
    let own = Double(width) / Double(height)
    let (w, h) =
      if own < ratio.lowerBound {
        (width, max(1, rounded(Double(width) / ratio.lowerBound)))
      } else if own > ratio.upperBound {
        (max(1, rounded(Double(height) * ratio.upperBound)), height)
      } else {
        (width, height)
      }
    return PictureCrop(top: (height - h) / 2, left: (width - w) / 2, height: h, width: w)
  }

  /// Rounds halves to the nearest even number, like Python's `round`.
  private static func rounded(_ value: Double) -> Int {
    Int(clamping: value.rounded(.toNearestOrEven))
  }
}

extension PixelImage {
  /// A part of the picture, resized to `height` x `width` pixels: torchvision's `resized_crop`.
  package func resized(
    _ crop: PictureCrop, height: Int, width: Int, interpolation: PhotoInterpolation = .bilinear
  ) -> PixelImage {
    window(top: crop.top, left: crop.left, height: crop.height, width: crop.width)
      .resized(height: height, width: width, interpolation: interpolation)
  }
}

extension SplitMix64 {
  fileprivate mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * fraction()
  }
}
