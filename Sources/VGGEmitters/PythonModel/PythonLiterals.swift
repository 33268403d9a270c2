import VGGDiagnostics

extension Double {
  /// The number as Python prints it: the shortest digits that round-trip, with exponents from 1e16 on
  /// and below 1e-4.
  var pythonLiteral: String {
    // Swift switches to exponents at 2^53.
    if magnitude >= 0x1p53, magnitude < 1e16, let whole = Int(exactly: self) { return "\(whole).0" }
    return description
  }
}

/// `value` as a string literal: quotes, backslashes and invisible characters are escaped.
func pythonLiteral(_ value: String) -> String {
  // People, and the formatter, choose the kind of quotes that needs no backslash.
  let quote: Unicode.Scalar =
    value.unicodeScalars.contains("\"") && !value.unicodeScalars.contains("'") ? "'" : "\""
  return "\(quote)\(value.unicodeScalars.map { escaped($0, quote) }.joined())\(quote)"
}

private func escaped(_ scalar: Unicode.Scalar, _ quote: Unicode.Scalar) -> String {
  if scalar == quote || scalar == "\\" { return "\\\(scalar)" }
  if (" "..."~").contains(scalar) { return String(scalar) }
  guard scalar.isUnseen else { return String(scalar) }
  let digits = String(scalar.value, radix: 16)
  let (letter, width) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
  return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
}

extension Bool {
  var pythonLiteral: String { self ? "True" : "False" }
}
