import Testing
import VGGRuntime

/// Pictures from samples and from pixel buffers.
@Suite struct PixelLayoutTests {
  @Test func samplesAreTaken() throws {
    let image = try PixelImage(width: 2, height: 1, channels: 3, samples: [1, 2, 3, 4, 5, 6])
    #expect((image.width, image.height, image.channels) == (2, 1, 3))
    #expect(image.samples == [1, 2, 3, 4, 5, 6])
    #expect(try PixelImage(width: 1, height: 2, channels: 1, samples: [7, 8]).samples == [7, 8])
  }

  @Test(arguments: [
    (2, 1, 3, 5, "2 x 1 pixels with 3 channels take 6 samples, but there are 5"),
    (2, 1, 1, 6, "2 x 1 pixels with 1 channels take 2 samples, but there are 6"),
    (2, 1, 4, 8, "a picture has 1 or 3 channels, not 4; its layout may be grey or RGB"),
    (0, 1, 3, 0, "a picture's sides must be between 1 and 2147483647 pixels, not 0 x 1"),
    (-1, -1, 1, 1, "a picture's sides must be between 1 and 2147483647 pixels, not -1 x -1"),
    (Int.max, 2, 3, 6, "a picture's sides must be between 1 and 2147483647 pixels"),
  ])
  func refusesSamples(
    width: Int, height: Int, channels: Int, count: Int, message: String
  ) {
    let error = #expect(throws: InputError.self) {
      try PixelImage(
        width: width, height: height, channels: channels,
        samples: [UInt8](repeating: 0, count: count))
    }
    #expect(error?.reason.hasPrefix(message) == true, "\(String(describing: error))")
    #expect(error?.kind == .malformed && error?.file == nil)
  }

  /// The same two red and green pixels in each layout, in rows with two bytes of padding.
  @Test(
    arguments: [
      (PixelLayout.rgb, [200, 10, 0, 0, 150, 20]), (.bgr, [0, 10, 200, 20, 150, 0]),
      (.rgba, [200, 10, 0, 9, 0, 150, 20, 9]), (.bgra, [0, 10, 200, 9, 20, 150, 0, 9]),
      (.argb, [9, 200, 10, 0, 9, 0, 150, 20]),
    ] as [(PixelLayout, [UInt8])])
  func coloursAreInOrder(_ layout: PixelLayout, _ row: [UInt8]) throws {
    let colours: [UInt8] = [200, 10, 0, 0, 150, 20]
    let padded = try PixelImage(
      width: 2, height: 2, layout: layout, bytesPerRow: row.count + 2,
      bytes: row + [77, 77] + row)
    #expect(padded.samples == colours + colours)
    #expect(padded.channels == 3)
    let packed = try PixelImage(width: 2, height: 2, layout: layout, bytes: row + row + [77])
    #expect(packed == padded)
  }

  @Test func greyHasOneChannel() throws {
    let image = try PixelImage(width: 2, height: 1, layout: .grey, bytes: [3, 4])
    #expect(image == (try PixelImage(width: 2, height: 1, channels: 1, samples: [3, 4])))
  }

  @Test(arguments: [
    (2, 2, 7, 100, "a row of 2 pixels takes 8 bytes, but bytesPerRow is 7"),
    (2, 2, 8, 15, "2 x 2 pixels take 16 bytes, but there are 15"),
    (2, 2, -8, 16, "a row of 2 pixels takes 8 bytes, but bytesPerRow is -8"),
    (2, 0, 8, 16, "a picture's sides must be between 1 and 2147483647 pixels, not 2 x 0"),
    (1, 3, Int.max, 16, "1 x 3 pixels do not fit in memory"),
    (2_147_483_647, 2_147_483_647, 8_589_934_588, 0, "2147483647 x 2147483647 pixels do not fit"),
  ])
  func refusesBuffers(
    width: Int, height: Int, bytesPerRow: Int, count: Int, message: String
  ) {
    let error = #expect(throws: InputError.self) {
      try PixelImage(
        width: width, height: height, layout: .bgra, bytesPerRow: bytesPerRow,
        bytes: [UInt8](repeating: 0, count: count))
    }
    #expect(error?.reason.hasPrefix(message) == true, "\(String(describing: error))")
  }
}
