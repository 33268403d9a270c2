/// Single values: without quotes if these change nothing.
extension Formatter {
  /// A key with its colon.
  func keyText(_ key: WrittenNode) -> String {
    if case .alias = key.content { return bareKeyText(key) + " :" }
    return bareKeyText(key) + ":"
  }

  func bareKeyText(_ key: WrittenNode) -> String {
    flat(key) ?? ""
  }

  func scalarText(_ scalar: Scalar, at range: Range<Int>) -> String {
    let written = document.file.text(range)
    let isOneLine = !written.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    if scalar.isPlain {
      return isOneLine ? written : isFolded(scalar.text) ? quoted(scalar.text) : scalar.text
    }
    if needsNoQuotes(scalar.text) { return scalar.text }
    let isQuoted = written.hasPrefix("\"") || written.hasPrefix("'")
    return isQuoted && isOneLine ? written : quoted(scalar.text)
  }

  private func isFolded(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "\n"))
  }
}

/// Text as a key or a value on one line.
///
/// - Parameter inQuotes: Whether it has quotes even if these change nothing.
package func scalarText(_ text: String, inQuotes: Bool) -> String {
  needsNoQuotes(text) && !inQuotes ? text : quoted(text)
}

/// Whether text means the same without quotes, also to readers of YAML 1.1.
private func needsNoQuotes(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
    text.unicodeScalars.allSatisfy(isOrdinary), last != " "
  else { return false }
  let startsPath = text.hasPrefix("./") || text.hasPrefix("../") || first == "/"
  guard first.properties.isAlphabetic || first == "_" || startsPath else { return false }
  guard case .string = CoreValue(plain: text), Double(text) == nil else { return false }
  return !["y", "n", "yes", "no", "on", "off"].contains(text.lowercased())
}

/// Letters of any script, digits, and signs that have no meaning in YAML.
private func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case " ", "_", "-", ".", "/", "+", "(", ")": true
  default: scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}

/// Text in double quotes.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default:
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFEFF {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}
