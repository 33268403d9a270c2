import VGGRuntime

/// A PNG file, whose chunks say what gdk-pixbuf does not: where it ends, and how it is to be turned.
struct PNGPicture {
  private let bytes: [UInt8]
  /// Whether the chunks reach the last one, `IEND`. gdk-pixbuf leaves the rows of a file that is cut off as
  /// they are, and says nothing.
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

  /// Whether the file has sixteen bits a sample.
  var isDeep: Bool { bytes.count > 24 && bytes[24] == 16 }

  func decoded(within bound: PixelBound) throws(InputError) -> PixelImage {
    guard hasEnd else { throw InputError(.malformed, cutOff) }
    let decoder = PhotoDecoder(format: .png, bound: bound, orientation: orientation)
    return try decoder.decode(bytes).image
  }
}
