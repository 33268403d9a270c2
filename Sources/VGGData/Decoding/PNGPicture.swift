import VGGRuntime

/// A PNG file, with two facts from its chunks that gdk-pixbuf does not report: whether it is complete, and
/// its orientation.
struct PNGPicture {
  private let bytes: [UInt8]
  /// Whether the chunks reach the last one, `IEND`. gdk-pixbuf leaves the missing rows of a truncated file
  /// as they are, without an error.
  private var hasEnd = false
  private var orientation: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var chunk = 8
    while chunk + 8 <= bytes.count {
      let kind = bytes[chunk + 4..<chunk + 8]
      let length = bytes[chunk..<chunk + 4].reduce(0) { $0 << 8 | Int($1) }
      let content = bytes[chunk + 8..<min(chunk + 8 + length, bytes.count)]
      if kind.elementsEqual("eXIf".utf8) { orientation = exifOrientation(content) }
      if kind.elementsEqual("IEND".utf8) {
        hasEnd = true
        return
      }
      chunk += 12 + length
    }
  }

  /// Whether the file has sixteen bits per sample.
  var isDeep: Bool { bytes.count > 24 && bytes[24] == 16 }

  func decoded(within bound: PixelBound) throws(InputError) -> PixelImage {
    guard hasEnd else { throw InputError(.malformed, .cutOff) }
    let decoder = PhotoDecoder(format: .png, bound: bound, orientation: orientation)
    return try decoder.decode(bytes).image
  }
}
