import Testing

@testable import VGGRuntime

@Suite struct PixelImageTests {
  @Test func readsColour() throws {
    let image = try PixelImage(ppm: file("P6 2 1 255\n", [1, 2, 3, 4, 5, 6]))
    #expect(image == PixelImage(width: 2, height: 1, channels: 3, checked: [1, 2, 3, 4, 5, 6]))
  }

  @Test func readsGreyWithComments() throws {
    let header = "P5 # made by hand\n#another\r 2# width\n\t2 \u{c}\u{b} 255\n"
    let image = try PixelImage(ppm: file(header, [10, 11, 12, 13]))
    #expect(image == PixelImage(width: 2, height: 2, channels: 1, checked: [10, 11, 12, 13]))
  }

  @Test func bringsSamplesTo255() throws {
    let small = try PixelImage(ppm: file("P5 4 1 15\n", [0, 7, 15, 200]))
    #expect(small.samples == [0, 119, 255, 255])
    let wide = try PixelImage(ppm: file("P5 3 1 65535\n", [0, 0, 0x80, 0x00, 0xff, 0xff]))
    #expect(wide.samples == [0, 128, 255])
    let odd = try PixelImage(ppm: file("P6 1 1 1000\n", [0x01, 0xf4, 0x03, 0xe8, 0, 0]))
    #expect(odd.samples == [128, 255, 0])
  }

  @Test(arguments: [
    ("", "it is not a binary PPM"), ("P", "it is not a binary PPM"),
    ("P3 1 1 255\n", "it is not a binary PPM"),
    ("P6", "byte 2: white space is required before the picture's width"),
    ("P62 2 255\n", "byte 2: white space is required before the picture's width"),
    ("P6 ", "byte 3: the picture's width is missing"),
    ("P6 x", "byte 3: the picture's width is missing"),
    ("P6 -1 2 255\n", "byte 3: the picture's width is missing"),
    ("P6 0 2 255\n", "byte 3: the picture's width must be between 1 and 65,535"),
    (
      "P6 99999999999999999999999 2 255\n",
      "byte 3: the picture's width must be between 1 and 65,535"
    ),
    ("P6 2 65536 255\n", "byte 5: the picture's height must be between 1 and 65,535"),
    ("P6 2 2 65536\n", "byte 7: the picture's largest value must be between 1 and 65,535"),
    ("P6 2 2 255", "byte 10: white space is required before the pixels"),
    ("P6 2 2 255#", "byte 10: white space is required before the pixels"),
    ("P6 2 2 255\n12345678901", "the file ends after 11 of 12 bytes of pixels"),
    (
      "P5 2 2 255\r\nabcd",
      "the file has 1 more than the 4 bytes of pixels that its header states"
    ),
    ("P6 65535 65535 65535\n", "65535 x 65535 pixels are over the limit of 268435456 bytes"),
    ("P5 # a comment without an end", "byte 29: the picture's width is missing"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try PixelImage(ppm: Array(text.utf8)) }
    #expect(error?.reason.hasPrefix(message) == true, "\(String(describing: error))")
  }

  @Test(arguments: ["", "\n", "\r\n", "P5 1 1 255\na", "\nP6 1 1 255\nabc"])
  func ignoresWhatMayFollow(_ rest: String) throws {
    #expect(
      try PixelImage(ppm: Array("P5 2 2 255\nabcd\(rest)".utf8)).samples == Array("abcd".utf8))
  }

  /// No changed or missing byte makes the reader crash; an image that can still be read has the
  /// right number of samples.
  @Test func survivesEveryMutation() throws {
    let original = file("P6 # c\n3 2 300\n", [UInt8](repeating: 1, count: 36))
    for position in original.indices {
      expectSound(Array(original[..<position]))
      for byte in UInt8.min...UInt8.max {
        var bytes = original
        bytes[position] = byte
        expectSound(bytes)
      }
    }
  }

  private func expectSound(_ bytes: [UInt8]) {
    do throws(InputError) {
      let image = try PixelImage(ppm: bytes)
      #expect(image.samples.count == image.width * image.height * image.channels)
    } catch {
      #expect(!error.reason.isEmpty)
    }
  }

  private func file(_ header: String, _ pixels: [UInt8]) -> [UInt8] {
    Array(header.utf8) + pixels
  }
}
