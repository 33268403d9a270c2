/// A count with a unit, as `limits` writes it: `20M`, `2G`, `64MiB`, `1500000`.
///
/// k (or K), M, G and T are powers of 1,000; KiB, MiB, GiB and TiB, for bytes only, powers of 1,024.
package struct Quantity: Hashable, Sendable {
  package let value: Int

  package init?(parsing text: String, inBytes: Bool) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "_") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let factor = Self.factor(of: String(unit), inBytes: inBytes) else { return nil }
    let number = digits.filter { $0 != "_" }
    if let whole = Int(number) {
      let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      value = product
    } else {
      guard let fraction = Double(number),
        let whole = Int(exactly: (fraction * Double(factor)).rounded(.down))
      else { return nil }
      value = whole
    }
  }

  private static func factor(of unit: String, inBytes: Bool) -> Int? {
    let decimal = [
      "k": 1_000, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000, "T": 1_000_000_000_000,
    ]
    let binary = ["KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40]
    if unit.isEmpty { return 1 }
    guard inBytes else { return decimal[unit] }
    if unit == "B" { return 1 }
    return binary[unit] ?? (unit.hasSuffix("B") ? decimal[String(unit.dropLast())] : nil)
  }
}
