/// Steps from one byte to the next, and past text without structure.
extension CursorScanner {
  var current: Unicode.Scalar? { index < end ? Unicode.Scalar(bytes[index]) : nil }

  var column: Int { index - lineStart }

  var isAtLineStart: Bool { index == lineStart }

  /// Whether a space, a line's end or the end of the scan is there.
  func isSpace(at index: Int) -> Bool {
    guard (0..<end).contains(index) else { return true }
    return [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index])
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func skipSpaces() {
    while current == " " || current == "\t" { index += 1 }
  }

  mutating func startLine() {
    if current == "\r", index + 1 < end, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
    index += 1
    lineStart = index
  }

  /// Skips past the next line break, or to the end.
  mutating func skipLine() {
    while let byte = current, byte != "\n", byte != "\r" { index += 1 }
    if index < end { startLine() }
  }

  /// Skips past `&anchor` and `!tag`.
  mutating func skipProperties() {
    while current == "&" || current == "!" {
      while !isSpace(at: index) { index += 1 }
      skipSpaces()
    }
  }

  /// Skips past the closing quote; `false` if there isn't one.
  mutating func skipQuoted() -> Bool {
    let quote = bytes[index]
    index += 1
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index = min(index + 1, end)
      } else if byte == quote {
        guard quote == UInt8(ascii: "'"), index < end, bytes[index] == quote else { return true }
        index += 1
      } else if byte == 0x0A {
        lineStart = index
      }
    }
    return false
  }
}
