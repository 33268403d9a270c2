import Foundation
import Testing
import VGGGraph
import VGGRuntime
import VGGTestSupport
import VGGWeights

@testable import VGGData

/// The random changes to photos, compared with torchvision's arithmetic.
@Suite struct AugmentationTests {
  /// torchvision's `resized_crop` with the same numbers, made with Pillow
  /// (`Scripts/make-photo-goldens.py`).
  @Test(arguments: [
    ("crop-shrunk", 2, 3, 20, 25, 8, 10, false), ("crop-stretched", 20, 30, 5, 4, 12, 12, false),
    ("crop-whole", 0, 0, 29, 37, 16, 16, true),
  ])
  func resizedCrops(
    golden: String, top: Int, left: Int, cropHeight: Int, cropWidth: Int, height: Int, width: Int,
    isMirrored: Bool
  ) throws {
    let crop = PictureCrop(top: top, left: left, height: cropHeight, width: cropWidth)
    let image = try Photo(path: Golden.path("rgb.png")).image
      .resized(crop, height: height, width: width)
    #expect(try (isMirrored ? image.mirrored : image) == Golden.pixels("\(golden).ppm"))
  }

  @Test func windowsBeyondThePicture() {
    let image = PixelImage(width: 3, height: 2, channels: 1, checked: [1, 2, 3, 4, 5, 6])
    #expect(image.window(top: 0, left: 1, height: 2, width: 2).samples == [2, 3, 5, 6])
    #expect(
      image.window(top: -1, left: -1, height: 3, width: 3).samples == [0, 0, 0, 0, 1, 2, 0, 4, 5])
    #expect(
      image.window(top: 1, left: 2, height: 2, width: 3).samples == [6, 0, 0, 0, 0, 0])
    #expect(image.window(top: 9, left: -9, height: 1, width: 2).samples == [0, 0])
    #expect(image.mirrored.samples == [3, 2, 1, 6, 5, 4])
    #expect(image.mirrored.mirrored == image)
  }

  /// Crops are inside the picture, with shares and ratios within the bounds except for rounding.
  @Test func cropsKeepTheBounds() {
    var generator = SplitMix64(seed: 3)
    var areas: [Double] = []
    for _ in 0..<2_000 {
      let crop = PictureCrop.random(
        inHeight: 300, width: 400, scale: 0.08...1, ratio: 0.75...4.0 / 3, using: &generator)
      #expect(crop.top >= 0 && crop.left >= 0)
      #expect(crop.top + crop.height <= 300 && crop.left + crop.width <= 400)
      let ratio = Double(crop.width) / Double(crop.height)
      #expect(ratio > 0.74 && ratio < 1.35)
      areas.append(Double(crop.width * crop.height) / 120_000)
    }
    #expect(areas.allSatisfy { $0 > 0.079 && $0 <= 1 })
    let mean = areas.reduce(0, +) / Double(areas.count)
    // The mean of the same steps in Python; shares that do not fit are drawn again.
    #expect(abs(mean - 0.433) < 0.02)
  }

  /// torchvision's fallback if nothing fits: the largest part in the middle.
  @Test(arguments: [
    (10, 1_000, PictureCrop(top: 0, left: 493, height: 10, width: 13)),
    (1_000, 10, PictureCrop(top: 493, left: 0, height: 13, width: 10)),
    (1, 1, PictureCrop(top: 0, left: 0, height: 1, width: 1)),
  ])
  func picturesOfExtremeShape(height: Int, width: Int, expected: PictureCrop) {
    var generator = SplitMix64(seed: 1)
    #expect(
      PictureCrop.random(
        inHeight: height, width: width, scale: 1...1, ratio: 0.75...4.0 / 3, using: &generator)
        == expected)
  }

  @Test func integersAreEven() {
    var generator = SplitMix64(seed: 5)
    var counts = [0, 0, 0, 0, 0]
    for _ in 0..<10_000 { counts[generator.integer(below: 5)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 2_000) < 200 }, "\(counts)")
  }
}
