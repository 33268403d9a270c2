/// A count with its thousands set apart, for people: `138,357,544`.
package func grouped(_ count: Int) -> String {
  let digits = String(count.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return count < 0 ? "-" + text : text
}

/// A count of what `noun` names: `1 convolution`, `13 convolutions`, `no convolution`.
///
/// - Parameter plural: The noun for several, where that is not the noun with an `s`.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  switch count {
  case 0: "no \(noun)"
  case 1: "1 \(noun)"
  default: "\(grouped(count)) \(plural ?? noun + "s")"
  }
}

/// The shortest digits that give `value`, without the `.0` of a whole number: `2`, `0.75`, `1e-20`.
package func plain(_ value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A finite `value` to four digits, as C's `%.4g` has it: `0.02513`, `-1.5`, `1.2e-05`.
package func fourDigits(_ value: Double) -> String {
  guard value != 0, value.isFinite else { return plain(value) }
  var (digits, exponent) = (value, 0)
  while digits.magnitude < 1000 { (digits, exponent) = (digits * 10, exponent - 1) }
  while digits.magnitude >= 10_000 { (digits, exponent) = (digits / 10, exponent + 1) }
  // Written out and read again, since powers of ten are not exact.
  return plain(Double("\(Int(digits.rounded()))e\(exponent)") ?? value)
}
