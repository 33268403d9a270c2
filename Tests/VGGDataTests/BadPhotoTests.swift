import Foundation
import Testing
import VGGRuntime
import VGGTestSupport

@testable import VGGData

/// Bad files cause an error that describes the defect, immediately and without allocating memory for
/// the picture.
@Suite struct BadPhotoTests {
  @Test(arguments: [
    ("empty.jpg", "", "the file is empty; download or save it again"),
    ("text.jpg", "Not a photo.\n", "this is a text file; supported photo formats: PNG, JPEG, "),
    ("page.png", "<html><body>404</body></html>", "this is a web page; a failed download often "),
    (
      "drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "this is an SVG drawing; supported photo formats: "
    ),
    ("bytes.jpg", "\u{1}\u{2}\u{3}", "it is not a picture in a supported format (PNG, JPEG, "),
    ("short.bmp", "BM", "the file ends before its picture does"),
    ("start.gif", "GIF89a", "it cannot be decoded: "),
    ("start.tif", "II*\0", "it cannot be decoded: "),
    ("words.ppm", "P6 is a format", "byte 3: the picture's width is missing"),
    (
      "plain.ppm", "P3 1 1 255\n1 2 3\n",
      "this is a PBM picture, or a PPM or PGM picture in plain text; "
    ),
    (
      "large.ppm", "P6 60000 60000 255\n",
      "60000 x 60000 pixels are over the limit of 268435456 bytes"
    ),
  ])
  func refuses(name: String, text: String, reason: String) throws {
    try withTemporaryFolder { folder in
      let path = try folder.write(text, to: name)
      let error = #expect(throws: InputError.self) { try Photo(path: path) }
      #expect(error?.kind == .malformed)
      #expect(error?.file == path)
      #expect(error?.reason.hasPrefix(reason) == true, "\(String(describing: error))")
    }
  }

  @Test func namesWhatCannotBeRead() throws {
    try withTemporaryFolder { folder in
      for path in [folder.path, "\(folder.path)/missing.jpg"] {
        let error = #expect(throws: InputError.self) { try Photo(path: path) }
        #expect(error?.kind == .unreadable)
        #expect(error?.description.hasPrefix("\(path): cannot read it: ") == true)
      }
    }
  }

  @Test func refusesALargeSizeBeforeItsPixels() throws {
    let error = #expect(throws: InputError.self) {
      try Photo(path: Golden.path("too-large.png"))
    }
    #expect(
      error?.reason
        == "100000 x 100000 = 10,000,000,000 pixels exceed the limit of 178,956,970 for a photo; "
        + "use `--most-pixels 10000000000` to allow it")
  }

  /// Like Pillow, which refuses more than twice its `MAX_IMAGE_PIXELS`; the caller sets the bound.
  @Test func boundsPixels() throws {
    let bytes = try Golden.bytes("rgb.png")
    let error = #expect(throws: InputError.self) { try Photo(bytes, mostPixels: 37 * 29 - 1) }
    #expect(
      error?.reason.hasPrefix("37 x 29 = 1,073 pixels exceed the limit of 1,072 for a photo")
        == true)
    for file in ["rgb.bmp", "palette.gif", "rgb.tiff", "baseline.jpg"] {
      let bytes = try Golden.bytes(file)
      #expect(throws: InputError.self) { try Photo(bytes, mostPixels: 37 * 29 - 1) }
      #expect(throws: Never.self) { try Photo(bytes, mostPixels: 37 * 29) }
    }
  }

  /// The size of a header, changed to 65,500 or 13,000 pixels each way.
  @Test(arguments: [
    ("baseline.jpg", SizeField(after: [0xff, 0xc0, 0, 17, 8], bigEndian: true), 65_500),
    ("progressive.jpg", SizeField(after: [0xff, 0xc2, 0, 17, 8], bigEndian: true), 65_500),
    ("baseline.jpg", SizeField(after: [0xff, 0xc0, 0, 17, 8], bigEndian: true), 13_000),
    ("progressive.jpg", SizeField(after: [0xff, 0xc2, 0, 17, 8], bigEndian: true), 13_000),
    ("palette.gif", SizeField(after: Array("GIF87a".utf8), bigEndian: false), 65_500),
  ])
  func refusesSizesThatTheFileCannotHave(file: String, field: SizeField, size: UInt16) throws {
    var bytes = try Golden.bytes(file)
    try field.set(to: size, in: &bytes)
    let error = #expect(throws: InputError.self) { try Photo(bytes) }
    let expected =
      size == 65_500
      ? "65500 x 65500 = 4,290,250,000 pixels exceed the limit of 178,956,970 for a photo"
      : "\(bytes.count) bytes cannot hold 13000 x 13000 pixels: "
        + "the file ends before its picture does"
    #expect(error?.reason.hasPrefix(expected) == true, "\(error as Any)")
  }

  /// Every length is tried; a file may lack only the bytes after its last pixel.
  @Test(arguments: [
    ("rgb.png", 8), ("palette.png", 8), ("baseline.jpg", 0), ("progressive.jpg", 0),
    ("grey.jpg", 0), ("palette.gif", 0), ("rgb.bmp", 1), ("palette.bmp", 3), ("rgb.tiff", 0),
    ("lzw.tiff", 0), ("rgb.ppm", 0),
  ])
  func refusesFilesThatAreCutOff(file: String, spare: Int) throws {
    let bytes = try Golden.bytes(file)
    for length in 0..<bytes.count - spare {
      let error = #expect(throws: InputError.self, "\(length) bytes") {
        try Photo(Array(bytes[..<length]))
      }
      #expect(error?.reason.isEmpty == false)
    }
  }

  /// No damaged byte makes decoding crash; a picture that can still be read has the right number of
  /// samples.
  @Test(arguments: [
    "palette.png", "deep.png", "baseline.jpg", "progressive.jpg", "palette.gif", "palette.bmp",
    "orientation-6.jpg", "orientation-6.tiff",
  ])
  func survivesDamage(file: String) throws {
    let original = try Golden.bytes(file)
    for position in original.indices {
      for change: UInt8 in [0x01, 0x80, 0xff] {
        var bytes = original
        bytes[position] ^= change
        do throws(InputError) {
          let image = try Photo(bytes).image
          #expect(image.samples.count == image.width * image.height * image.channels)
        } catch {
          #expect(!error.reason.isEmpty)
        }
      }
    }
  }
}

/// Two 16-bit numbers in a header that are the picture's size, after bytes that occur once.
struct SizeField: Sendable, CustomTestStringConvertible {
  let mark: [UInt8]
  let bigEndian: Bool

  init(after mark: [UInt8], bigEndian: Bool) {
    self.mark = mark
    self.bigEndian = bigEndian
  }

  var testDescription: String { "size after \(mark)" }

  func set(to size: UInt16, in bytes: inout [UInt8]) throws {
    let place = try #require(bytes.firstRange(of: mark)).upperBound
    let number = littleEndian(bigEndian ? size.byteSwapped : size)
    bytes.replaceSubrange(place..<place + 4, with: number + number)
  }
}
