extension HeaderCursor {
  /// Reads a string and the whitespace before it.
  mutating func string() throws(WeightError) -> String {
    try expect("\"")
    let start = position
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure("a control character must be escaped") }
      guard byte != UInt8(ascii: "\\") else { return try escapedString(from: start) }
      position += 1
    }
    let text = try utf8(Array(bytes[start..<position]), at: start)
    try endString(from: start)
    return text
  }

  private mutating func escapedString(from start: Int) throws(WeightError) -> String {
    var text = Array(bytes[start..<position])
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure("a control character must be escaped") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(byte)
      }
    }
    let string = try utf8(text, at: start)
    try endString(from: start)
    return string
  }

  /// Reads the rest of an escape, after the backslash.
  private mutating func escape() throws(WeightError) -> Unicode.Scalar {
    let start = position - 1
    guard let letter = peek else { throw failure("the string is unterminated", at: start) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint(from: start)
    default: throw failure("invalid JSON escape", at: start)
    }
  }

  private mutating func codePoint(from start: Int) throws(WeightError) -> Unicode.Scalar {
    let unit = try fourHexDigits()
    var value = UInt32(unit)
    if (0xd800..<0xdc00).contains(unit), peek == UInt8(ascii: "\\") {
      position += 1
      guard peek == UInt8(ascii: "u") else { throw failure("half a surrogate pair", at: start) }
      position += 1
      let low = try fourHexDigits()
      guard (0xdc00..<0xe000).contains(low) else {
        throw failure("half a surrogate pair", at: start)
      }
      value = 0x10000 + (UInt32(unit) - 0xd800) << 10 + (UInt32(low) - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw failure("half a surrogate pair", at: start)
    }
    return scalar
  }

  private mutating func fourHexDigits() throws(WeightError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("expected four hexadecimal digits")
      }
      value = value << 4 | UInt16(digit)
      position += 1
    }
    return value
  }

  private mutating func endString(from start: Int) throws(WeightError) {
    guard !isAtEnd else { throw failure("the string is unterminated", at: start - 1) }
    position += 1
  }

  private func utf8(_ text: [UInt8], at start: Int) throws(WeightError) -> String {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw failure("the string is not valid UTF-8", at: start)
    }
    return string
  }
}
