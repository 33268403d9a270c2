import Testing
import VGGPhotoFit
import VGGTestSupport

/// The placement of photos, compared with torchvision's `Resize` and `CenterCrop` (`Scripts/make-resize-goldens.py`).
@Suite struct PhotoPlacementTests {
  @Test func placesAreTorchvisions() throws {
    let lines = try Checkout.text("Tests/Photos/placements.csv").split(separator: "\n")
    #expect(lines.count == 401)
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      let numbers = fields.compactMap { Int($0) }
      let sides = fields[2].split { "[ ]".contains($0) }.compactMap { Int($0) }
      let resize: PhotoResize =
        sides.count == 2 ? .size(height: sides[0], width: sides[1]) : .shorterSide(sides[0])
      let (height, width) = (numbers[0], numbers[1])
      let expected = Array(numbers.suffix(6))
      let place = PhotoPlacement(
        height: height, width: width, resize: resize, cropHeight: expected[0],
        cropWidth: expected[1])
      let (rows, columns) = (place.rows, place.columns)
      let found = [
        rows.crop, columns.crop, rows.resized, columns.resized,
        rows.kept.lowerBound - rows.margin, columns.kept.lowerBound - columns.margin,
      ]
      #expect(found == expected, "\(line)")
    }
  }

  private static let sizes = [1, 7, 8, 32, 50, 64, 100, 128, 224, 240, 320, 3024, 4032]

  private func usual(_ height: Int, _ width: Int, crop: (Int, Int)) -> PhotoPlacement {
    PhotoPlacement(
      height: height, width: width, resize: .usual(cropHeight: crop.0, cropWidth: crop.1),
      cropHeight: crop.0, cropWidth: crop.1)
  }

  /// The default rule fills every crop, has the same margin on the limiting side, and leaves photos of the crop's size
  /// unchanged.
  @Test(arguments: sizes) func theUsualRuleCoversBothSides(cropHeight: Int) {
    for cropWidth in Self.sizes {
      let crop = (cropHeight, cropWidth)
      let margins = [(cropHeight * 256 + 112) / 224, (cropWidth * 256 + 112) / 224]
      for height in Self.sizes {
        for width in Self.sizes {
          let place = usual(height, width, crop: crop)
          #expect(place.fillsCrop, "\(height) x \(width) for \(crop)")
          if (height, width) == crop {
            #expect(!place.resizes && place.visibleShare == 1)
          } else {
            let sides = [place.rows.resized, place.columns.resized]
            #expect(zip(sides, margins).allSatisfy { $0 >= $1 })
            #expect(zip(sides, margins).contains { $0 == $1 })
          }
        }
      }
      // Three quarters of a photo with the input's proportions are visible, whatever the proportions.
      let double = usual(2 * cropHeight, 2 * cropWidth, crop: crop)
      #expect(double.visibleShare > 0.7 || min(cropHeight, cropWidth) < 32, "\(crop)")
    }
  }

  /// For a square, the default rule is the shorter side, as in earlier versions.
  @Test(arguments: sizes) func theUsualRuleOfASquareIsTheShorterSide(side: Int) {
    for height in Self.sizes {
      for width in Self.sizes where (height, width) != (side, side) {
        let stated = PhotoPlacement(
          height: height, width: width, resize: .shorterSide((side * 256 + 112) / 224),
          cropHeight: side, cropWidth: side)
        #expect(usual(height, width, crop: (side, side)) == stated)
      }
    }
  }

  @Test(arguments: [
    (PhotoResize.shorterSide(50), (100, 50), (100, 50), 1.0, true),
    (PhotoResize.shorterSide(114), (100, 50), (100, 50), 0.192367, true),
    (PhotoResize.shorterSide(3024), (3024, 4032), (64, 64), 0.000336, true),
    (PhotoResize.size(height: 64, width: 128), (480, 640), (64, 128), 1.0, true),
    (PhotoResize.unchanged, (90, 200), (100, 50), 0.25, false),
    (PhotoResize.shorterSide(50), (60, 50), (100, 50), 1.0, false),
  ])
  func shares(
    resize: PhotoResize, photo: (Int, Int), crop: (Int, Int), share: Double, fills: Bool
  ) {
    let place = PhotoPlacement(
      height: photo.0, width: photo.1, resize: resize, cropHeight: crop.0, cropWidth: crop.1)
    #expect(abs(place.visibleShare - share) < 1e-6)
    #expect(place.fillsCrop == fills)
  }

  /// An integer literal is torchvision's `Resize(256)`, as in packages that were generated before other rules existed.
  @Test func aNumberIsTheShorterSide() {
    #expect(256 == PhotoResize.shorterSide(256))
    #expect(PhotoResize.usual(cropHeight: 224, cropWidth: 224) == .cover(height: 256, width: 256))
    #expect(PhotoResize.usual(cropHeight: 100, cropWidth: 50) == .cover(height: 114, width: 57))
  }
}
