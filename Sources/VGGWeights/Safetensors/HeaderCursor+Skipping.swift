extension HeaderCursor {
  /// The maximum nesting of lists and objects in skipped values.
  private static let deepest = 64

  /// Skips any JSON value and the whitespace before it.
  mutating func skipValue() throws(WeightError) { try skipValue(depth: 0) }

  /// Skips `null` and the whitespace before it, if it comes next.
  mutating func passNull() throws(WeightError) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: "n") else { return false }
    try skipWord()
    return true
  }

  private mutating func skipValue(depth: Int) throws(WeightError) {
    skipSpace()
    guard depth < Self.deepest else { throw failure("lists and objects are nested too deeply") }
    switch peek {
    case UInt8(ascii: "{"):
      try object { (cursor, _, _) throws(WeightError) in try cursor.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try expect("[")
      if pass("]") { return }
      repeat { try skipValue(depth: depth + 1) } while pass(",")
      try expect("]")
    case UInt8(ascii: "\""): _ = try string()
    case .some, .none: try skipWord()
    }
  }

  /// Skips a number, `true`, `false` or `null`.
  private mutating func skipWord() throws(WeightError) {
    let start = position
    while let byte = peek, isOfWord(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard ["true", "false", "null"].contains(word) || isNumber(word) else {
      throw failure("expected a value", at: start)
    }
  }

  private func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private func isNumber(_ word: String) -> Bool {
    let pattern = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/
    return word.wholeMatch(of: pattern) != nil
  }
}
