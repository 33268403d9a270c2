import VGGFiles

/// The checksum that a safetensors file of this project has in its metadata: CRC-32C (RFC 3720) of the whole file, read with
/// zeros in the place of the checksum's own eight digits.
enum WrittenChecksum {
  /// The metadata's key.
  static let key = "checksum"
  fileprivate static let algorithm = "crc32c:"

  /// The metadata of a file whose checksum is yet to be known.
  static let placeholder = algorithm + "00000000"

  /// The eight digits of a checksum.
  static func digits(_ checksum: CRC32C) -> [UInt8] {
    Array(hexadecimal(withUnsafeBytes(of: checksum.value.bigEndian, Array.init)).utf8)
  }

  /// Where a file's head has the eight digits; `nil` where it has none.
  ///
  /// What is searched for has quotation marks of JSON itself, which no name and no value can hold.
  static func digitsRange(in head: UnsafeRawBufferPointer) -> Range<Int>? {
    let pattern = Array(#""\#(key)":"\#(algorithm)"#.utf8)
    guard let start = head.firstRange(of: pattern)?.upperBound, head.count - start > 8,
      head[start + 8] == UInt8(ascii: "\"")
    else { return nil }
    return start..<start + 8
  }
}

extension WeightFile {
  /// Opens the file at `path`, which has the bytes of its checksum if it has a checksum.
  ///
  /// - Throws: `WeightError`, of kind `unreadable` or `malformed`.
  package init(verifiedAt path: String) throws(WeightError) {
    try self.init(path: path)
    _ = try verify()
  }

  /// Compares the file with the checksum in its metadata.
  ///
  /// - Returns: `false` where it has none, as files of other programs.
  /// - Throws: `WeightError`, of kind `malformed`, where the file is not as it was written.
  package func verify() throws(WeightError) -> Bool {
    guard container == .safetensors,
      metadata[WrittenChecksum.key]?.hasPrefix(WrittenChecksum.algorithm) == true
    else { return false }
    let bytes = file.bytes
    let length = Int(bytes.loadUnaligned(as: UInt64.self).littleEndian)
    let head = UnsafeRawBufferPointer(rebasing: bytes[..<(8 + length)])
    guard let digits = WrittenChecksum.digitsRange(in: head) else { throw damaged }
    var checksum = CRC32C()
    checksum.update(UnsafeRawBufferPointer(rebasing: head[..<digits.lowerBound]))
    [UInt8](repeating: UInt8(ascii: "0"), count: digits.count).withUnsafeBytes {
      checksum.update($0)
    }
    for start in stride(from: digits.upperBound, to: bytes.count, by: Self.verifiedPart) {
      let range = start..<min(start + Self.verifiedPart, bytes.count)
      checksum.update(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
    guard head[digits].elementsEqual(WrittenChecksum.digits(checksum)) else { throw damaged }
    return true
  }

  /// Bytes that are looked at together.
  private static var verifiedPart: Int { 64 << 20 }

  private var damaged: WeightError {
    WeightError(
      .malformed, file: path,
      "its checksum is of other bytes: the file is damaged, or another program has changed it")
  }
}
