/// Grey pictures as PNG files, which gdk-pixbuf can write only in colour.
enum GreyPNG {
  /// A file with the samples of a picture, eight bits each, the top row first.
  static func file(
    width: Int, height: Int, samples: ArraySlice<UInt8>
  ) throws(Deflate.Failure) -> [UInt8] {
    // Each row begins with its filter, 0 for none.
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (width + 1))
    for row in 0..<height {
      rows.append(0)
      rows += samples[(samples.startIndex + row * width)..<(samples.startIndex + (row + 1) * width)]
    }
    // Eight bits, grey, and the format's only compression and filter methods, not interlaced.
    let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 0, 0, 0, 0]
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
