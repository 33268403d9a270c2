import VGGFiles

/// A count with its thousands separated, for people: `138,357,544`.
package func grouped(_ count: Int) -> String {
  let digits = String(count.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return count < 0 ? "-" + text : text
}

/// A count with its noun: `1 convolution`, `13 convolutions`, `no convolution`.
///
/// - Parameter plural: The plural, if it is not the noun with an `s`.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  switch count {
  case 0: "no \(noun)"
  case 1: "1 \(noun)"
  default: "\(grouped(count)) \(plural ?? noun + "s")"
  }
}

/// The shortest digits that represent `value`, without the `.0` of a whole number: `2`, `0.75`, `1e-20`.
package func plain(_ value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A finite `value` to four digits, as in C's `%.4g`: `0.02513`, `-1.5`, `1.2e-05`.
package func fourDigits(_ value: Double) -> String {
  guard value != 0, value.isFinite else { return plain(value) }
  var (digits, exponent) = (value, 0)
  while digits.magnitude < 1000 { (digits, exponent) = (digits * 10, exponent - 1) }
  while digits.magnitude >= 10_000 { (digits, exponent) = (digits / 10, exponent + 1) }
  // Printed and parsed again, since powers of ten are not exact.
  return plain(Double("\(Int(clamping: digits.rounded()))e\(exponent)") ?? value)
}

/// `value` rounded to a number of decimal places, 9 at most: `0.4850`, `-1.5`.
///
/// Values too large for that many digits, and those that are not finite, get the fewest digits that identify them:
/// `1e+30`, `inf`, `nan`.
package func fixed(_ value: Double, places: Int) -> String {
  let places = min(places, 9)
  let units = (value * Double.power(10, Double(places))).rounded()
  guard units.magnitude < 1e16 else { return plain(value) }
  let digits = String(Int(clamping: units).magnitude)
  let sign = units < 0 ? "-" : ""
  guard places > 0 else { return sign + digits }
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return sign + padded.dropLast(places) + "." + padded.suffix(places)
}
