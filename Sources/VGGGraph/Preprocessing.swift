import VGGPhotoFit
import VGGSpec

/// The way from a photo to the network's input, with all defaults filled in.
package struct Preprocessing: Hashable, Sendable {
  /// The size before the crop.
  package let resize: PhotoResize
  package let interpolation: PhotoInterpolation
  /// Height and width of the centre crop, in pixels: the network's input size.
  package let crop: PlaneSize
  /// Per channel, on values from 0 to 1.
  package let mean: [Double]
  package let deviation: [Double]

  /// Mean and deviation as a picture needs them: one per channel for pictures, which have one channel
  /// or three; for other inputs the number that is stated.
  package func perChannel(of channels: Int) -> (mean: [Double], deviation: [Double]) {
    let count = [1, 3].contains(channels) ? channels : max(mean.count, deviation.count)
    func repeated(_ values: [Double]) -> [Double] {
      values.count == 1 ? [Double](repeating: values[0], count: count) : values
    }
    return (repeated(mean), repeated(deviation))
  }
}

extension Preprocessing {
  /// The largest share of a photo's area that can be seen; 1 if that depends only on the photo.
  package var largestVisibleShare: Double { resize.largestVisibleShare(through: crop) }
}

extension PhotoResize {
  /// The default rule if a configuration states none.
  static func usual(for crop: PlaneSize) -> PhotoResize {
    usual(cropHeight: crop.height, cropWidth: crop.width)
  }

  /// The place of a photo of `photo`'s size.
  func placement(of photo: PlaneSize, through crop: PlaneSize) -> PhotoPlacement {
    PhotoPlacement(
      height: photo.height, width: photo.width, resize: self, cropHeight: crop.height,
      cropWidth: crop.width)
  }

  /// The share of the photo that fits the crop best.
  func largestVisibleShare(through crop: PlaneSize) -> Double {
    switch self {
    // A square has the smallest area for its shorter side, so the visible share is the largest of any photo's.
    case .shorterSide, .size:
      placement(of: PlaneSize(height: 1, width: 1), through: crop).visibleShare
    case .cover, .unchanged: 1
    }
  }
}
