import VGGDiagnostics

/// A number of bytes with a readable unit: `527.8 MiB`.
package func bytes(_ count: Int) -> String {
  for (unit, power) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where count >= 1 << power {
    return "\(decimal(count, per: 1 << power, places: 1)) \(unit)"
  }
  return "\(count) bytes"
}

/// A count in the largest unit in which it is at least 1: `15.47 G`, `269.76 k`, `96`.
package func abbreviated(_ count: Int) -> String {
  for (unit, size) in [("G", 1_000_000_000), ("M", 1_000_000), ("k", 1_000)] where count >= size {
    return "\(decimal(count, per: size, places: 2)) \(unit)"
  }
  return String(count)
}

/// `count / unit`, rounded to a number of decimal places: 15,470,264,320 per 10^9 is `15.47`.
package func decimal(_ count: Int, per unit: Int, places: Int) -> String {
  let scale = [1, 10, 100, 1_000][min(places, 3)]
  let (whole, rest) = count.quotientAndRemainder(dividingBy: unit)
  var fraction = (rest * scale + unit / 2) / unit
  let carry = fraction == scale
  if carry { fraction = 0 }
  let digits = String(fraction)
  let zeros = String(repeating: "0", count: max(0, places - digits.count))
  let integer = grouped(carry ? whole + 1 : whole)
  return places == 0 ? integer : "\(integer).\(zeros)\(digits)"
}
