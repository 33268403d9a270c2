/// Paths as Swift strings.
///
/// The system's paths are bytes, which need not be UTF-8. A byte that is not part of UTF-8 becomes a
/// scalar of plane 16's private use area, U+10FE80 to U+10FEFF, as Python's `surrogateescape` makes it a
/// surrogate, which a Swift string cannot contain. So every path has one string, from which its bytes can
/// be restored: these scalars themselves, if they occur in a path, are escaped byte by byte.
package enum PathText {
  private static let firstEscape: UInt32 = 0x10FE00
  private static let escapes: ClosedRange<UInt32> = (firstEscape + 0x80)...(firstEscape + 0xFF)
  /// The first byte of every escape in UTF-8.
  private static let firstByte: UInt8 = 0xF4

  /// The string of a path that the system returned.
  package static func text(of bytes: [UInt8]) -> String {
    if !bytes.contains(firstByte), let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    var scalars = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var (iterator, place) = (bytes.makeIterator(), 0)
    while true {
      let length: Int
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return String(scalars)
      case .error(let count): length = count
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        length = encoded.count
        if !escapes.contains(scalar.value) {
          scalars.append(scalar)
          place += length
          continue
        }
      }
      for byte in bytes[place..<place + length] {
        if let scalar = Unicode.Scalar(firstEscape + UInt32(byte)) { scalars.append(scalar) }
      }
      place += length
    }
  }

  /// The bytes of a path, for the system.
  package static func bytes(of text: String) -> [UInt8] {
    guard mayHaveEscapes(text) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      escapes.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// The text with `\xE9` for each byte that is not part of UTF-8: for people, and for text files.
  package static func shown(_ text: String) -> String {
    guard mayHaveEscapes(text) else { return text }
    return replacingEscapes(in: text) { "\\x" + hexadecimal([$0]).uppercased() }
  }

  /// The same for JSON text, in whose strings a backslash is written as two.
  package static func shownInJSON(_ json: String) -> String {
    guard mayHaveEscapes(json) else { return json }
    return replacingEscapes(in: json) { "\\\\x" + hexadecimal([$0]).uppercased() }
  }

  private static func replacingEscapes(
    in text: String, by replacement: (UInt8) -> String
  ) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if escapes.contains(scalar.value) {
        scalars += replacement(UInt8(truncatingIfNeeded: scalar.value)).unicodeScalars
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func mayHaveEscapes(_ text: String) -> Bool { text.utf8.contains(firstByte) }
}
