import Testing
import VGGRuntime

@testable import VGGData

/// The conversion of a photo to a network's input, compared with torchvision's transform, made with
/// Pillow.
@Suite struct PhotoInputTests {
  @Test(arguments: [
    ("alpha.png", "input-alpha", 20, 16, 18),
    ("progressive.jpg", "input-progressive", 32, 31, 28),
    ("grey.png", "input-colour-of-grey", 18, 17, 15),
    ("grey.pgm", "input-colour-of-grey", 18, 17, 15),
    ("chelsea-exif6.jpg", "input-sideways", 36, 32, 32),
  ])
  func colour(file: String, golden: String, resize: Int, height: Int, width: Int) throws {
    let preprocessing = ImagePreprocessing(
      resize: .shorterSide(resize), mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])
    let input = try preprocessing(
      Photo(path: Golden.path(file)).image, channels: 3, height: height, width: width)
    try expectAgreement(input, with: golden)
  }

  @Test(arguments: [("baseline.jpg", "input-grey-of-colour")])
  func grey(file: String, golden: String) throws {
    let preprocessing = ImagePreprocessing(resize: 20, mean: [0.45], deviation: [0.225])
    let input = try preprocessing(
      Photo(path: Golden.path(file)).image, channels: 1, height: 16, width: 16)
    try expectAgreement(input, with: golden)
  }

  @Test func refusesAnotherNumberOfChannels() throws {
    let preprocessing = ImagePreprocessing(
      resize: 4, mean: [0, 0, 0, 0], deviation: [1, 1, 1, 1])
    let image = try Photo(path: Golden.path("one-pixel.png")).image
    let error = #expect(throws: InputError.self) {
      try preprocessing(image, channels: 4, height: 4, width: 4)
    }
    #expect(
      error?.reason.hasPrefix("a picture has 1 or 3 channels, but the network takes 4: ") == true)
  }

  private func expectAgreement(
    _ input: [Float], with golden: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = try Golden.values("\(golden).f32")
    #expect(input.count == expected.count, sourceLocation: sourceLocation)
    let largest = zip(input, expected).map { abs($0 - $1) }.max()
    #expect(try #require(largest) <= 1e-6, sourceLocation: sourceLocation)
  }
}
