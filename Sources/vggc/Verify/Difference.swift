import VGGFiles

/// The distance of values from their reference: the largest difference of two values, relative to
/// the largest value of the reference.
struct Difference: Comparable {
  /// Infinite if a value is not finite, or if the numbers of values differ.
  let share: Double

  init(_ values: [Float], from reference: [Float]) {
    guard values.count == reference.count else {
      share = .infinity
      return
    }
    var (largest, difference) = (0.0, 0.0)
    for (value, wanted) in zip(values, reference) {
      guard value.isFinite, wanted.isFinite else {
        share = .infinity
        return
      }
      largest = max(largest, Double(wanted.magnitude))
      difference = max(difference, (Double(value) - Double(wanted)).magnitude)
    }
    // If the reference is zero everywhere, there is nothing to relate the difference to.
    share = largest > 0 ? difference / largest : difference
  }

  static func < (first: Difference, second: Difference) -> Bool { first.share < second.share }
}

extension Difference {
  /// Two digits: `2.4e-07`; `0` if there is no difference, `nil` if the difference is not finite.
  var digits: String? {
    guard share > 0 else { return "0" }
    guard share.isFinite else { return nil }
    var (digits, exponent) = (share, 0)
    while digits < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
    while digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
    let tenths = Int(clamping: (digits * 10).rounded())
    if tenths == 100 { return text(10, exponent + 1) }
    return text(tenths, exponent)
  }

  private func text(_ tenths: Int, _ exponent: Int) -> String {
    let size = exponent.magnitude
    return "\(tenths / 10).\(tenths % 10)e\(exponent < 0 ? "-" : "+")\(size < 10 ? "0" : "")\(size)"
  }
}
