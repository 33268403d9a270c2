import VGGFiles

/// The checksum in the metadata of this project's safetensors files: CRC-32C (RFC 3720) of the whole file, with zeros in
/// place of the checksum's own eight digits.
enum WrittenChecksum {
  /// The key in the metadata.
  static let key = "checksum"
  fileprivate static let algorithm = "crc32c:"

  /// The metadata of a file whose checksum is not known yet.
  static let placeholder = algorithm + "00000000"

  /// The eight digits of a checksum.
  static func digits(_ checksum: CRC32C) -> [UInt8] {
    Array(hexadecimal(withUnsafeBytes(of: checksum.value.bigEndian, Array.init)).utf8)
  }

  /// The range of the eight digits in a file's header; `nil` if it has none.
  ///
  /// The search pattern contains JSON's own quotation marks, which cannot occur in a name or a value.
  static func digitsRange(in head: UnsafeRawBufferPointer) -> Range<Int>? {
    let pattern = Array(#""\#(key)":"\#(algorithm)"#.utf8)
    guard let start = head.firstRange(of: pattern)?.upperBound, head.count - start > 8,
      head[start + 8] == UInt8(ascii: "\"")
    else { return nil }
    return start..<start + 8
  }
}

extension WeightFile {
  /// Opens the file at `path`, and verifies its checksum if it has one.
  ///
  /// - Throws: `WeightError`, of kind `unreadable` or `malformed`.
  package init(verifiedAt path: String) throws(WeightError) {
    try self.init(path: path)
    _ = try verify()
  }

  /// Compares the file with the checksum in its metadata.
  ///
  /// - Returns: `false` if it has none, like files of other programs.
  /// - Throws: `WeightError`, of kind `malformed`, if the file has changed since it was written.
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

  /// The number of bytes that are verified together.
  private static var verifiedPart: Int { 64 << 20 }

  private var damaged: WeightError {
    WeightError(.malformed, file: path, .checksum)
  }
}
