import VGGRuntime

/// Pictures as PNG files. gdk-pixbuf can write them only in colour.
package enum PNGFile {
  /// A file with a picture.
  package static func file(of image: PixelImage) throws(Deflate.Failure) -> [UInt8] {
    try file(
      width: image.width, height: image.height, channels: image.channels,
      samples: image.samples[...])
  }

  /// A file with the samples of a picture, eight bits each, the top row first.
  ///
  /// - Parameter channels: 3 for red, green and blue, 1 for grey.
  static func file(
    width: Int, height: Int, channels: Int = 1, samples: ArraySlice<UInt8>
  ) throws(Deflate.Failure) -> [UInt8] {
    // Each row begins with its filter, 0 for none.
    var rows: [UInt8] = []
    let count = width * channels
    rows.reserveCapacity(height * (count + 1))
    for row in 0..<height {
      rows.append(0)
      rows += samples[(samples.startIndex + row * count)..<(samples.startIndex + (row + 1) * count)]
    }
    // Eight bits, grey or colour, and the format's only compression and filter methods, not interlaced.
    let colourType: UInt8 = channels == 3 ? 2 : 0
    let header =
      bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, colourType, 0, 0, 0]
    return [0x89] + "PNG\r\n".utf8 + [0x1a, 0x0a] + chunk("IHDR", header)
      + chunk("IDAT", try Deflate.compressed(rows)) + chunk("IEND", [])
  }

  private static func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    let body = kind.utf8 + content
    return bigEndian(UInt32(content.count)) + body + bigEndian(checksum(body))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32 with the polynomial of Ethernet, as PNG's specification requires.
  private static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      table[Int((sum ^ UInt32(byte)) & 0xff)] ^ sum >> 8
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xedb8_8320 }
  }
}
