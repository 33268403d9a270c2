/// Reads the JSON of a safetensors header, token by token, and reports the byte of an error.
///
/// Accepts only JSON as in RFC 8259, and only the kinds of values that the format uses.
struct HeaderCursor {
  /// The whole file, so that positions are offsets in it.
  let bytes: UnsafeRawBufferPointer
  /// The offset of the header's end.
  private let end: Int
  var position: Int
  let file: String

  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>, file: String) {
    self.bytes = bytes
    self.file = file
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  func failure(_ reason: String, at offset: Int? = nil) -> WeightError {
    WeightError(.malformed, file: file, offset: offset ?? position, reason)
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d {
      position += 1
    }
  }

  /// Reads `token` and the whitespace before it.
  mutating func expect(_ token: Unicode.Scalar) throws(WeightError) {
    guard pass(token) else { throw failure("expected '\(token)'\(found)") }
  }

  /// Reads `token` and the whitespace before it, if it comes next.
  mutating func pass(_ token: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: token) else { return false }
    position += 1
    return true
  }

  /// Reads `{` … `}` and calls `entry` with each key and its position.
  mutating func object(
    _ entry: (inout HeaderCursor, String, Int) throws(WeightError) -> Void
  ) throws(WeightError) {
    try expect("{")
    if pass("}") { return }
    repeat {
      skipSpace()
      let start = position
      let key = try string()
      try expect(":")
      try entry(&self, key, start)
    } while pass(",")
    try expect("}")
  }

  /// Reads `[` … `]`, an array of whole numbers from 0.
  mutating func integers() throws(WeightError) -> [Int] {
    try expect("[")
    if pass("]") { return [] }
    var values: [Int] = []
    repeat { values.append(try integer()) } while pass(",")
    try expect("]")
    return values
  }

  private mutating func integer() throws(WeightError) -> Int {
    skipSpace()
    let start = position
    if peek == UInt8(ascii: "-") { throw failure("a negative number is not allowed here") }
    var value = 0
    while let byte = peek, (0x30...0x39).contains(byte) {
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int(byte - 0x30))
      guard !overflow, !carry else {
        throw failure("the number does not fit in 64 bits", at: start)
      }
      value = sum
      position += 1
    }
    guard position > start else { throw failure("expected a whole number\(found)") }
    guard position == start + 1 || bytes[start] != 0x30 else {
      throw failure("a number cannot start with 0", at: start)
    }
    if let byte = peek, byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
      throw failure("expected a whole number, but it has a fraction or an exponent", at: start)
    }
    return value
  }

  /// The next byte; `nil` at the end.
  var peek: UInt8? {
    position < end ? bytes[position] : nil
  }

  private var found: String {
    guard let byte = peek else { return ", but the header ends" }
    return (0x21...0x7e).contains(byte)
      ? ", found '\(Unicode.Scalar(byte))'" : ", found byte \(byte)"
  }
}
