/// A plain scalar's value by YAML 1.2's core schema (section 10.3.2 of the specification).
///
/// For example: `64` and `0x40` are integers, `5e-4` is a float, `true` a truth value; `no` and
/// `64x` are strings.
package enum CoreValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// An integer past 64 bits.
  case integerOverflow
  case string(String)

  package init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": self = .float(-.infinity)
    case ".nan", ".NaN", ".NAN": self = .float(.nan)
    default: self = Self.number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> CoreValue? {
    guard let first = text.utf8.first, startsNumber(first) else { return nil }
    if text.hasPrefix("0x") { return integer(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return integer(text.dropFirst(2), radix: 8) }
    let digits =
      first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
    if !digits.isEmpty, digits.utf8.allSatisfy(isDigit) {
      return Int(text).map(CoreValue.int) ?? .integerOverflow
    }
    return isFloat(digits)
      ? Double(text.hasPrefix("+") ? String(digits) : text).map(CoreValue.float) : nil
  }

  private static func integer(_ digits: Substring, radix: Int) -> CoreValue? {
    let allowed = digits.unicodeScalars.allSatisfy {
      Character($0).hexDigitValue.map { $0 < radix } ?? false
    }
    guard !digits.isEmpty, allowed else { return nil }
    return Int(digits, radix: radix).map(CoreValue.int) ?? .integerOverflow
  }

  /// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func isFloat(_ text: Substring) -> Bool {
    var rest = text.utf8[...]
    let whole = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(whole)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(fraction)
    }
    guard whole + fraction > 0 else { return false }
    guard let exponent = rest.first else { return true }
    guard exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func startsNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }
}
