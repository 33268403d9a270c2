/// The side of the last map as a function of the image's: `floor((side + offset)/divisor)`.
///
/// Every window has this form, `floor((side + 2*padding - extent + stride)/stride)`, and so do
/// consecutive ones: `floor((floor((n + a)/b) + c)/d) = floor((n + a + b*c)/(b*d))`.
package struct SideFormula: Hashable, Sendable {
  package let offset: Int
  package let divisor: Int

  package init(offset: Int, divisor: Int) {
    self.offset = offset
    self.divisor = divisor
  }

  /// The formula for consecutive windows; `nil` if a number does not fit 64 bits.
  ///
  /// For ceil mode it leaves out PyTorch's rule about the last window, so that it may be one too
  /// large there.
  package init?(_ windows: some Sequence<WindowAxis>) {
    var offset = 0
    var divisor = 1
    for window in windows {
      let rounding = window.ceil ? window.stride - 1 : 0
      let own = 2 * window.padding - window.extent + window.stride + rounding
      guard let scaled = checkedProduct(divisor, own), let next = checkedSum(offset, scaled),
        let nextDivisor = checkedProduct(divisor, window.stride)
      else { return nil }
      offset = next
      divisor = nextDivisor
    }
    guard offset.magnitude < Int.max / 2 else { return nil }
    self.init(offset: offset, divisor: divisor)
  }

  package func callAsFunction(_ side: Int) -> Int {
    let (quotient, remainder) = (side + offset).quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// For example: `floor(H/32)`, `floor((H + 3)/8)`, `H - 2`, `H`.
  package func text(_ variable: String) -> String {
    let sum =
      offset == 0 ? variable : "\(variable) \(offset < 0 ? "-" : "+") \(offset.magnitude)"
    guard divisor > 1 else { return sum }
    return offset == 0 ? "floor(\(variable)/\(divisor))" : "floor((\(sum))/\(divisor))"
  }
}
