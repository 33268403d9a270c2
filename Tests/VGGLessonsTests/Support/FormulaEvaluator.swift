/// Evaluates the arithmetic that reports print: sums, products, parentheses, quotients inside `floor(…)` or
/// `ceil(…)`.
struct FormulaEvaluator {
  private var rest: Substring
  /// Whether a division is inside `floor(…)` or `ceil(…)`, which rounds.
  private var isQuotient = false

  init(_ text: String) {
    rest = text.filter { $0 != " " }[...]
  }

  mutating func evaluate() throws(NotAFormula) -> Int {
    let value = try sum()
    guard rest.isEmpty else { throw NotAFormula(rest: String(rest)) }
    return value
  }

  private mutating func sum() throws(NotAFormula) -> Int {
    var value = try product()
    while let sign = rest.first, sign == "+" || sign == "-" {
      rest.removeFirst()
      let term = try product()
      value += sign == "+" ? term : -term
    }
    return value
  }

  private mutating func product() throws(NotAFormula) -> Int {
    var value = try factor()
    while let sign = rest.first, sign == "*" || sign == "/" && !isQuotient {
      rest.removeFirst()
      let other = try factor()
      // Channels divided by groups, which must divide exactly.
      guard sign == "*" || value.isMultiple(of: other) else {
        throw NotAFormula(rest: String(rest))
      }
      value = sign == "*" ? value * other : value / other
    }
    return value
  }

  private mutating func factor() throws(NotAFormula) -> Int {
    for name in ["floor(", "ceil("] where rest.hasPrefix(name) {
      rest.removeFirst(name.count)
      return try quotient(roundedUp: name == "ceil(")
    }
    if rest.first == "(" {
      rest.removeFirst()
      let value = try sum()
      try expect(")")
      return value
    }
    let digits = rest.prefix { $0.isNumber }
    guard let value = Int(digits) else { throw NotAFormula(rest: String(rest)) }
    rest.removeFirst(digits.count)
    return value
  }

  private mutating func quotient(roundedUp: Bool) throws(NotAFormula) -> Int {
    isQuotient = true
    let dividend = try sum()
    try expect("/")
    isQuotient = false
    let divisor = try factor()
    try expect(")")
    let quotient = Double(dividend) / Double(divisor)
    return Int(quotient.rounded(roundedUp ? .up : .down))
  }

  private mutating func expect(_ character: Character) throws(NotAFormula) {
    guard rest.first == character else { throw NotAFormula(rest: String(rest)) }
    rest.removeFirst()
  }

  struct NotAFormula: Error {
    let rest: String
  }
}
