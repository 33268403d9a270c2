import Testing
import VGGRuntime
import VGGTestSupport

@testable import VGGData

/// Compared with Pillow: every sample is equal, including those of JPEG.
@Suite struct PhotoTests {
  private static let pictures = [
    "rgb.png", "grey.png", "alpha.png", "grey-alpha.png", "palette.png", "palette-alpha.png",
    "bits.png", "deep.png", "deep-grey.png", "one-pixel.png", "baseline.jpg", "progressive.jpg",
    "full-chroma.jpg", "grey.jpg", "cmyk.jpg", "one-pixel.jpg", "palette.gif", "animated.gif",
    "rgb.bmp", "palette.bmp", "rgb.tiff", "lzw.tiff", "grey.tiff", "rgb.ppm",
  ]

  @Test(arguments: pictures)
  func agreesWithPillow(file: String) throws {
    #expect(try Photo(path: Golden.path(file)).image == Golden.pixels("\(file).ppm"))
  }

  @Test func keepsAGreyPictureOfOneChannel() throws {
    let image = try Photo(path: Golden.path("grey.pgm")).image
    #expect(image.channels == 1)
    #expect(try image.samples.flatMap { [$0, $0, $0] } == Golden.pixels("grey.pgm.ppm").samples)
  }

  @Test func reads20000PixelsWidth() throws {
    let image = try Photo(path: Golden.path("wide.png")).image
    #expect(image.width == 20_000 && image.height == 1)
    #expect(image.samples == (0..<60_000).map { UInt8($0 % 251) })
  }

  /// JPEG blocks of one colour lose the same in every position.
  @Test(arguments: 1...8, ["jpg", "tiff"])
  func turnsUpright(orientation: Int, format: String) throws {
    let image = try Photo(path: Golden.path("orientation-\(orientation).\(format)")).image
    #expect(try image == Photo(path: Golden.path("orientation-1.\(format)")).image)
    let expected = try Golden.pixels("upright.ppm")
    #expect(image.width == expected.width && image.height == expected.height)
    let tolerance = format == "jpg" ? 2 : 0
    #expect(
      zip(image.samples, expected.samples).allSatisfy { abs(Int($0) - Int($1)) <= tolerance })
  }

  /// WebP's loader is a separate package, which may be missing.
  @Test func readsWebPOrSaysThatThereIsNoLoader() throws {
    let expected = try Golden.pixels("rgb.webp.ppm")
    do {
      let image = try Photo(path: Golden.path("rgb.webp")).image
      #expect(image == expected)
    } catch {
      #expect(
        error.reason
          == "gdk-pixbuf has no loader for WebP here; on Debian and Ubuntu: `sudo apt-get install webp-pixbuf-loader`"
      )
    }
  }

  @Test func readsOnManyThreadsAtOnce() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        for file in Self.pictures {
          group.addTask {
            let image = try Photo(path: Golden.path(file)).image
            let expected = try Golden.pixels("\(file).ppm")
            #expect(image == expected)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
