/// The side of the last map as a function of the image's: `floor((side + offset)/divisor)`.
///
/// Every window is of this form, `floor((side + 2*padding - kernel + stride)/stride)`, and so is
/// one after the other: `floor((floor((n + a)/b) + c)/d) = floor((n + a + b*c)/(b*d))`.
package struct SideFormula: Hashable, Sendable {
  package let offset: Int
  package let divisor: Int

  package init(offset: Int, divisor: Int) {
    self.offset = offset
    self.divisor = divisor
  }

  /// The formula for windows that follow each other; `nil` where a number does not fit 64 bits.
  ///
  /// For ceil mode it leaves out PyTorch's rule about the last window, so that it may be one too
  /// large there.
  package init?(_ windows: some Sequence<Window>) {
    var offset = 0
    var divisor = 1
    for window in windows {
      let rounding = window.ceil ? window.stride - 1 : 0
      let own = 2 * window.padding - window.kernel + window.stride + rounding
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

extension ModelGraph {
  /// How the side of the map before any adaptive pooling follows from the image's, in one closed
  /// formula; `nil` where no formula of that form gives what the layers give.
  ///
  /// The formula is held against the layers' own arithmetic for the sides from the smallest that
  /// works, over two of its periods and over twice the image's own side where that is feasible.
  package var sideFormula: SideFormula? {
    let windows = layers.compactMap(\.kind.window).filter { !$0.keepsSize }
    guard let formula = SideFormula(windows) else { return nil }
    let wanted = 2 * max(min(formula.divisor, Self.sidesTried), input.height, input.width)
    let feasible = Self.windowsTried / max(windows.count, 1)
    let smallest = smallestSquareInput
    for side in smallest...(smallest + min(wanted, feasible, Self.sidesTried)) {
      let actual = windows.reduce(Int?.some(side)) { side, window in
        side.flatMap(window.outputSize)
      }
      guard formula(side) == actual else { return nil }
    }
    return formula
  }

  private static let sidesTried = 4_096
  private static let windowsTried = 4_000_000
}

extension Window {
  /// Whether the output is as large as the input, whatever that is: 3x3 with padding 1, 1x1 with
  /// none.
  package var keepsSize: Bool {
    stride == 1 && kernel == 2 * padding + 1
  }
}
