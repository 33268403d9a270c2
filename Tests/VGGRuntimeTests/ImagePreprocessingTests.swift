import Foundation
import Testing

@testable import VGGRuntime

/// Compared with torchvision's transform, made with Pillow; see `Scripts/make-goldens.py`.
@Suite struct ImagePreprocessingTests {
  private let mean: [Float] = [0.485, 0.456, 0.406]
  private let deviation: [Float] = [0.229, 0.224, 0.225]

  @Test func shrinks() throws {
    let input: FeatureMap<3, 16, 16> = try colour("photo-shrunk.ppm", resize: 20)
    try Golden("photo-shrunk").expect(input)
  }

  @Test func shrinksATallPicture() throws {
    let input: FeatureMap<3, 14, 15> = try colour("photo-tall.ppm", resize: 17)
    try Golden("photo-tall").expect(input)
  }

  @Test func enlarges() throws {
    let input: FeatureMap<3, 20, 20> = try colour("photo-enlarged.ppm", resize: 24)
    try Golden("photo-enlarged").expect(input)
  }

  @Test func cropsOnly() throws {
    let input: FeatureMap<3, 9, 7> = try colour("photo-as-it-is.ppm", resize: 10)
    try Golden("photo-as-it-is").expect(input)
  }

  @Test func fillsACropThatIsLargerThanThePicture() throws {
    let input: FeatureMap<3, 13, 14> = try colour("photo-smaller-than-crop.ppm", resize: 10)
    try Golden("photo-smaller-than-crop").expect(input)
  }

  @Test func takesGreyThreeTimes() throws {
    let input: FeatureMap<3, 12, 12> = try colour("photo-grey.pgm", resize: 14)
    try Golden("photo-grey").expect(input)
  }

  @Test func makesColourGrey() throws {
    let preprocessing = ImagePreprocessing(resize: 14, mean: [0.45], deviation: [0.225])
    let input: FeatureMap<1, 12, 12> = try preprocessing(picture("photo-to-grey.ppm"))
    try Golden("photo-to-grey").expect(input)
  }

  /// Photos and inputs that are not square, from torchvision itself (`Scripts/make-resize-goldens.py`): every sample is equal.
  @Test(arguments: [
    ("photo-shrunk", "20", PhotoResize.shorterSide(20), 14, 28),
    ("photo-shrunk", "16x32", .size(height: 16, width: 32), 16, 32),
    ("photo-shrunk", "41x60", .size(height: 41, width: 60), 40, 50),
    ("photo-tall", "12", .shorterSide(12), 30, 11),
    ("photo-tall", "9x24", .size(height: 9, width: 24), 8, 24),
    ("photo-tall", "8", .shorterSide(8), 30, 10),
  ])
  func resizesAsTorchvision(
    photo: String, size: String, resize: PhotoResize, height: Int, width: Int
  ) throws {
    for interpolation in PhotoInterpolation.allCases {
      let preprocessing = ImagePreprocessing(
        resize: resize, interpolation: interpolation, mean: mean, deviation: deviation)
      let crop = try preprocessing.crop(
        picture("\(photo).ppm"), channels: 3, height: height, width: width)
      #expect(
        try crop == picture("\(photo)-\(size)-\(interpolation.rawValue).ppm"), "\(interpolation)")
    }
  }

  /// By default, and with `none`, a photo of the input's size stays unchanged, and without a filter nothing is rounded.
  @Test(arguments: [PhotoResize.cover(height: 42, width: 61), .unchanged])
  func takesAPhotoOfTheInputsSizeAsItIs(_ resize: PhotoResize) throws {
    let photo = try picture("photo-shrunk.ppm")
    let preprocessing = ImagePreprocessing(resize: resize, mean: mean, deviation: deviation)
    #expect(try preprocessing.crop(photo, channels: 3, height: 37, width: 53) == photo)
    let part = try preprocessing.crop(photo, channels: 3, height: 41, width: 51)
    #expect(
      (part == photo.window(top: -2, left: 1, height: 41, width: 51)) == (resize == .unchanged))
  }

  /// A resize that would need gigabytes only computes the crop.
  @Test func cropsBeforeItComputes() throws {
    let strip = PixelImage(
      width: 65_535, height: 1, channels: 1, checked: [UInt8](repeating: 51, count: 65_535))
    let preprocessing = ImagePreprocessing(resize: 100_000, mean: [0], deviation: [1])
    let input: FeatureMap<1, 4, 4> = try preprocessing(strip)
    #expect(input.values == [Float](repeating: 0.2, count: 16))
    let nearest = ImagePreprocessing(
      resize: 100_000, interpolation: .nearest, mean: [0], deviation: [1])
    let same: FeatureMap<1, 4, 4> = try nearest(strip)
    #expect(same.values == input.values)
  }

  @Test func refusesPicturesForOtherChannels() throws {
    let preprocessing = ImagePreprocessing(
      resize: 4, mean: [0, 0, 0, 0], deviation: [1, 1, 1, 1])
    let error = #expect(throws: InputError.self) {
      let _: FeatureMap<4, 4, 4> = try preprocessing(picture("photo-grey.pgm"))
    }
    #expect(
      error?.reason == "a picture has 1 or 3 channels, but the network takes 4: "
        + "use a .f32 file with 4 x 4 x 4 float32 values")
  }

  private func colour<let channels: Int, let height: Int, let width: Int>(
    _ file: String, resize: Int
  ) throws -> FeatureMap<channels, height, width> {
    try ImagePreprocessing(
      resize: .shorterSide(resize), mean: mean, deviation: deviation)(picture(file))
  }

  private func picture(_ file: String) throws -> PixelImage {
    try PixelImage(ppm: Array(Data(contentsOf: URL(filePath: Golden.path(file)))))
  }
}
