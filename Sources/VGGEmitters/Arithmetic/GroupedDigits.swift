extension Int {
  /// The decimal digits in groups of three, as prose has them: `138,357,544`.
  var grouped: String { grouped(by: ",") }

  /// As a Swift literal: `_` between groups from seven digits on, where swift-format asks for it.
  var swiftLiteral: String {
    magnitude < 1_000_000 ? String(self) : grouped(by: "_")
  }

  private func grouped(by separator: Character) -> String {
    var result = self < 0 ? "-" : ""
    let digits = String(magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(separator) }
      result.append(digit)
    }
    return result
  }
}
