/// The first list of tags in a TIFF file, or in EXIF data, which has the same structure: the tags,
/// and the places of their values.
///
/// Adobe's TIFF 6.0 and the BigTIFF design, with numbers of 32 or 64 bits.
struct TIFFDirectory {
  /// The tags that are read.
  enum Tag: Int {
    case bitsPerSample = 258
    case orientation = 274
    case extraSamples = 338
  }

  private let bytes: ArraySlice<UInt8>
  private let isLittleEndian: Bool
  private let isBig: Bool
  private var entries: [Int: (type: Int, count: Int, place: Int)] = [:]

  /// - Returns: `nil` if the bytes do not begin like a TIFF file, or do not contain the list.
  init?(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    switch bytes.prefix(4) {
    case [0x49, 0x49, 42, 0], [0x49, 0x49, 43, 0]: isLittleEndian = true
    case [0x4d, 0x4d, 0, 42], [0x4d, 0x4d, 0, 43]: isLittleEndian = false
    default: return nil
    }
    isBig = bytes.prefix(4).contains(43)
    guard let start = isBig ? number(at: 8, size: 8) : number(at: 4, size: 4),
      let count = number(at: start, size: isBig ? 8 : 2)
    else { return nil }
    let first = start + (isBig ? 8 : 2)
    for index in 0..<min(count, 4096) {
      let place = first + index * (isBig ? 20 : 12)
      guard let tag = number(at: place, size: 2), let type = number(at: place + 2, size: 2),
        let length = number(at: place + 4, size: isBig ? 8 : 4)
      else { break }
      entries[tag] = (type, length, place + (isBig ? 12 : 8))
    }
  }

  /// The first number of a tag with 16-bit numbers; `nil` if the tag is missing.
  func short(_ tag: Tag) -> Int? {
    place(of: tag).flatMap { number(at: $0, size: 2) }
  }

  /// The place of the first number of a tag with 16-bit numbers, in bytes from the start.
  func place(of tag: Tag) -> Int? {
    guard let entry = entries[tag.rawValue], entry.type == 3, entry.count > 0 else { return nil }
    if entry.count <= (isBig ? 4 : 2) { return entry.place }
    return number(at: entry.place, size: isBig ? 8 : 4)
  }

  /// The two bytes of a 16-bit number.
  func encoded(_ value: UInt16) -> [UInt8] {
    let (low, high) = (UInt8(value & 0xff), UInt8(value >> 8))
    return isLittleEndian ? [low, high] : [high, low]
  }

  private func number(at place: Int, size: Int) -> Int? {
    guard place >= 0, place <= bytes.count - size else { return nil }
    let start = bytes.startIndex + place
    let digits = bytes[start..<start + size]
    let value = (isLittleEndian ? Array(digits.reversed()) : Array(digits))
      .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // Excludes places beyond any file, so that the sums that follow do not overflow.
    return value < 1 << 62 ? Int(value) : nil
  }
}

/// The orientation that EXIF's `bytes` state, 1 to 8; `nil` if there isn't one.
func exifOrientation(_ bytes: ArraySlice<UInt8>) -> Int? {
  let mark = Array("Exif\0\0".utf8)
  let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
  return TIFFDirectory(content)?.short(.orientation).flatMap { (1...8).contains($0) ? $0 : nil }
}
