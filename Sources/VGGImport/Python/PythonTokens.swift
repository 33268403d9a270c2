/// A word or sign of Python source, or of Python's printed output.
struct PythonToken {
  enum Kind: Equatable {
    case name(String)
    case number(String)
    case text(String)
    /// A bracket, a comma, an operator: one character each.
    case sign(UInt8)
    /// The end of a line outside of brackets.
    case lineEnd
    /// Anything that is not read: a text with a prefix, a lone quote.
    case other
  }

  let kind: Kind
  /// The token's UTF-8 offsets in the file.
  let range: Range<Int>
}

extension PythonToken {
  /// The tokens of a part of a file; never fails.
  static func all(in bytes: [UInt8], _ stretch: Range<Int>) -> [PythonToken] {
    var scanner = PythonScanner(bytes: bytes, stretch)
    var tokens: [PythonToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }
}

private struct PythonScanner {
  let bytes: [UInt8]
  let end: Int
  var index: Int
  var depth = 0

  init(bytes: [UInt8], _ stretch: Range<Int>) {
    self.bytes = bytes
    index = stretch.lowerBound
    end = stretch.upperBound
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    index + ahead < end ? bytes[index + ahead] : nil
  }

  mutating func next() -> PythonToken? {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        index += 1
        if depth == 0 { return PythonToken(kind: .lineEnd, range: (index - 1)..<index) }
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "#"):
        while let byte = peek(), byte != UInt8(ascii: "\n") { index += 1 }
      default: return token(startingWith: byte)
      }
    }
    return nil
  }

  private mutating func token(startingWith byte: UInt8) -> PythonToken {
    let start = index
    if byte.isPythonNameStart {
      while let byte = peek(), byte.isPythonName { index += 1 }
      if let byte = peek(), byte.isQuote, index - start <= 2 {
        _ = text()
        return PythonToken(kind: .other, range: start..<index)
      }
      return PythonToken(
        kind: .name(String(decoding: bytes[start..<index], as: UTF8.self)), range: start..<index)
    }
    let startsNumber =
      byte.isDigit || byte == UInt8(ascii: ".") && peek(1).map(\.isDigit) == true
    if startsNumber {
      while let byte = peek(), byte.isPythonName || byte == UInt8(ascii: ".") || isExponentSign {
        index += 1
      }
      let number = String(decoding: bytes[start..<index], as: UTF8.self)
      return PythonToken(kind: .number(number.filter { $0 != "_" }), range: start..<index)
    }
    if byte.isQuote {
      let text = text()
      return PythonToken(kind: text.map { .text($0) } ?? .other, range: start..<index)
    }
    index += 1
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    default: break
    }
    return PythonToken(kind: .sign(byte), range: start..<index)
  }

  /// Whether the next character is the exponent's sign in a number such as `1e-5`.
  private var isExponentSign: Bool {
    guard let byte = peek(), byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), index > 0
    else { return false }
    return bytes[index - 1] | 0x20 == UInt8(ascii: "e")
  }

  /// Reads the quoted text that starts here; returns `nil` if it does not end on its line.
  private mutating func text() -> String? {
    guard let quote = peek() else { return nil }
    if peek(1) == quote, peek(2) == quote {
      index += 3
      while index < end {
        if peek() == quote, peek(1) == quote, peek(2) == quote {
          index += 3
          return nil
        }
        index += 1
      }
      return nil
    }
    index += 1
    let start = index
    var isPlain = true
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      if byte == quote {
        index += 1
        return isPlain ? String(decoding: bytes[start..<(index - 1)], as: UTF8.self) : nil
      }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        index += 1
      }
      index += 1
    }
    index = min(index, end)
    return nil
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isQuote: Bool { self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") }

  fileprivate var isPythonNameStart: Bool {
    self >= 0x80 || self == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isPythonName: Bool { isPythonNameStart || isDigit }
}
