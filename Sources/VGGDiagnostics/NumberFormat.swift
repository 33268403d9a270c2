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
