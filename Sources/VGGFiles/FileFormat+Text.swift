extension FileFormat {
  /// The format of a text, by its first words; `nil` for other bytes.
  static func textual(_ bytes: UnsafeRawBufferPointer) -> Self? {
    let head = Array(bytes.prefix(4096))
    guard isText(head) else { return nil }
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let words = head.dropFirst(start).drop { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
    let text = String(decoding: words.prefix(1024), as: UTF8.self).lowercased()
    if text.hasPrefix("version https://git-lfs.github.com/spec/") { return .gitLFSPointer }
    if text.hasPrefix("<") { return markup(text) }
    if text.hasPrefix("{") || text.hasPrefix("[") { return isJSON(words) ? .json : .text }
    return .text
  }

  private static func markup(_ text: String) -> Self {
    if text.contains("<svg") { return .svg }
    if ["<!doctype html", "<html", "<head", "<body", "<script", "<title", "<!--"].contains(where: {
      text.hasPrefix($0)
    }) {
      return .html
    }
    return text.hasPrefix("<?xml") && text.contains("<html") ? .html : .xml
  }

  /// A list, or a key in double quotes, which are rare in Python's dictionaries.
  private static func isJSON(_ words: ArraySlice<UInt8>) -> Bool {
    guard words.first == UInt8(ascii: "{") else { return true }
    let next = words.dropFirst().first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  /// Whether there are neither control characters nor invalid UTF-8; the last character may be cut off.
  private static func isText(_ head: [UInt8]) -> Bool {
    guard !head.contains(where: { $0 < 0x20 && !(0x09...0x0d).contains($0) || $0 == 0x7f }) else {
      return false
    }
    return (0..<4).contains { cut in
      String(validating: head.dropLast(min(cut, head.count)), as: UTF8.self) != nil
    }
  }
}
