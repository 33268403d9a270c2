import VGGFiles

/// Conversion between `file:` URIs and paths.
enum DocumentURI {
  /// The path that a `file:` URI names; `nil` for other URIs, such as `untitled:Untitled-1`.
  static func path(of uri: String) -> String? {
    let scheme = "file://"
    guard uri.prefix(scheme.count).lowercased() == scheme else { return nil }
    let rest = uri.dropFirst(scheme.count)
    // A host may precede the path; it is this machine.
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let path = decoded(rest[slash...].prefix { $0 != "?" && $0 != "#" })
    return path.utf8.contains(0) ? nil : path
  }

  static func uri(ofPath path: String) -> String {
    var text = "file://"
    for byte in PathText.bytes(of: path) {
      if isUnreserved(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" + digits : digits)
      }
    }
    return text
  }

  /// Decodes percent signs with two digits; other bytes are unchanged.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return PathText.text(of: bytes)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
