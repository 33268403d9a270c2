/// Average pooling to a given size, whatever the input's (`torch.nn.AdaptiveAvgPool2d`).
///
/// Output row `i` of `n` is the mean of the input rows from `floor(i * size / n)` to `ceil((i + 1)
/// * size / n)`.
package struct AdaptiveAvgPool2d: Hashable, Sendable {
  package let height: Int
  package let width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// Whether every bin along an axis has the same length, so that the pool is an ordinary one.
  package static func isEven(input: Int, output: Int) -> Bool {
    input % output == 0
  }

  /// How many rows (or columns) the shortest and the longest bin take in; they differ by one at
  /// most.
  ///
  /// For example: 16 to 7 gives `3...4`. A bin spans `input/output` rows, and takes in one more
  /// than needed where it starts late enough in its first row.
  package static func binLengths(input: Int, output: Int) -> ClosedRange<Int> {
    let (quotient, remainder) = input.quotientAndRemainder(dividingBy: output)
    guard remainder > 0 else { return quotient...quotient }
    let step = greatestCommonDivisor(remainder, output)
    return (quotient + 1)...(quotient + (step < remainder ? 2 : 1))
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
  }
}
