/// The header of a PPM or PGM file: `P6`, width, height, largest value, with white space
/// between them.
struct PPMHeader {
  let channels: Int
  let width: Int
  let height: Int
  /// The sample value that means full intensity, 1 to 65,535.
  let largestValue: Int
  /// The bytes before the first pixel.
  let size: Int

  init(_ bytes: [UInt8]) throws(InputError) {
    switch bytes.prefix(2) {
    case [UInt8(ascii: "P"), UInt8(ascii: "6")]: channels = 3
    case [UInt8(ascii: "P"), UInt8(ascii: "5")]: channels = 1
    default:
      throw InputError(.malformed, .noPixmap)
    }
    var reader = PPMHeaderReader(bytes: bytes, position: 2)
    width = try reader.number("width")
    height = try reader.number("height")
    largestValue = try reader.number("largest value")
    try reader.passOneSpace()
    size = reader.position
  }

  /// The bytes that the pixels take; `nil` when the product does not fit 64 bits.
  var sampleBytes: Int? {
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    let (bytes, carry) = area.multipliedReportingOverflow(by: channels * bytesPerSample)
    return overflow || carry ? nil : bytes
  }

  /// The samples in `bytes`, scaled from 0…largestValue to 0…255 and rounded to the nearest.
  func samples(in bytes: ArraySlice<UInt8>) -> [UInt8] {
    if largestValue == 255 { return Array(bytes) }
    if bytesPerSample == 1 { return bytes.map { scaled(Int($0)) } }
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
      scaled(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]))
    }
  }

  private var bytesPerSample: Int { largestValue > 255 ? 2 : 1 }

  private func scaled(_ value: Int) -> UInt8 {
    UInt8((min(value, largestValue) * 510 + largestValue) / (2 * largestValue))
  }
}

/// Reads a header's numbers; `#` starts a comment that ends with its line.
private struct PPMHeaderReader {
  let bytes: [UInt8]
  var position: Int

  /// Skips white space and comments, then reads a number from 1 to 65,535.
  mutating func number(_ name: String) throws(InputError) -> Int {
    try passSpace(before: name)
    let start = position
    var value = 0
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
      value = min(value * 10 + Int(bytes[position] - 0x30), 1_000_000)
      position += 1
    }
    guard position > start else {
      throw InputError(.malformed, "byte \(start): the picture's \(name) is missing")
    }
    guard (1...65_535).contains(value) else {
      throw InputError(
        .malformed, "byte \(start): the picture's \(name) must be between 1 and 65,535")
    }
    return value
  }

  /// Skips the single white space before the pixels.
  mutating func passOneSpace() throws(InputError) {
    guard position < bytes.count, isSpace(bytes[position]) else {
      throw InputError(.malformed, "byte \(position): white space is required before the pixels")
    }
    position += 1
  }

  private mutating func passSpace(before name: String) throws(InputError) {
    let start = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "#") {
        passComment()
      } else if isSpace(bytes[position]) {
        position += 1
      } else {
        break
      }
    }
    guard position > start else {
      throw InputError(
        .malformed, "byte \(start): white space is required before the picture's \(name)")
    }
  }

  private mutating func passComment() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n"),
      bytes[position] != UInt8(ascii: "\r")
    {
      position += 1
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0d).contains(byte)
  }
}
