import Foundation
import Testing

@testable import VGGRuntime

/// Against torchvision's transform, made with Pillow; see `Scripts/make-goldens.py`.
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

  /// A resize that would take gigabytes costs only the crop.
  @Test func cropsBeforeItComputes() throws {
    let strip = PixelImage(
      width: 65_535, height: 1, channels: 1, samples: [UInt8](repeating: 51, count: 65_535))
    let preprocessing = ImagePreprocessing(resize: 100_000, mean: [0], deviation: [1])
    let input: FeatureMap<1, 4, 4> = try preprocessing(strip)
    #expect(input.values == [Float](repeating: 0.2, count: 16))
  }

  @Test func refusesPicturesForOtherChannels() throws {
    let preprocessing = ImagePreprocessing(
      resize: 4, mean: [0, 0, 0, 0], deviation: [1, 1, 1, 1])
    let error = #expect(throws: InputError.self) {
      let _: FeatureMap<4, 4, 4> = try preprocessing(picture("photo-grey.pgm"))
    }
    #expect(
      error?.reason == "a picture has 1 or 3 channels, but the network takes 4: "
        + "give it a .f32 file of 4 x 4 x 4 float32 values")
  }

  private func colour<let channels: Int, let height: Int, let width: Int>(
    _ file: String, resize: Int
  ) throws -> FeatureMap<channels, height, width> {
    try ImagePreprocessing(resize: resize, mean: mean, deviation: deviation)(picture(file))
  }

  private func picture(_ file: String) throws -> PixelImage {
    try PixelImage(ppm: Array(Data(contentsOf: URL(filePath: Golden.path(file)))))
  }
}
