import VGGSpec

/// Average pooling to a given size, for any input size (`torch.nn.AdaptiveAvgPool2d`).
///
/// Output row `i` of `n` is the mean of the input rows from `floor(i * size / n)` to `ceil((i + 1)
/// * size / n)`.
package struct AdaptiveAvgPool2d: Hashable, Sendable {
  package var height: Int
  package var width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// Whether every bin along an axis has the same length, so that the pool is an ordinary one.
  package static func isEven(input: Int, output: Int) -> Bool {
    input % output == 0
  }

  /// The numbers of rows (or columns) in the shortest and the longest bin; they differ by at most
  /// one.
  ///
  /// For example: 16 to 7 returns `3...4`. A bin spans `input/output` rows, and includes one more
  /// than needed if it starts late enough in its first row.
  package static func binLengths(input: Int, output: Int) -> ClosedRange<Int> {
    let (quotient, remainder) = input.quotientAndRemainder(dividingBy: output)
    guard remainder > 0 else { return quotient...quotient }
    let step = greatestCommonDivisor(remainder, output)
    return (quotient + 1)...(quotient + (step < remainder ? 2 : 1))
  }

  /// The input rows (or columns) whose mean is output `i`: from `floor(i*9/7)` up to, not
  /// including, `ceil((i + 1)*9/7)`.
  package static func binFormulas(input: Int, output: Int) -> (start: String, end: String) {
    ("floor(i*\(input)/\(output))", "ceil((i + 1)*\(input)/\(output))")
  }
}

extension AdaptiveAvgPool2d: LayerOperation {
  package static let name = "adaptive_avg_pool2d"
  package static let group = LayerGroup.pooling
  package static let paperName = PaperNameRule.only("avgpool")

  package var kind: LayerKind { .adaptiveAvgPool2d(self) }

  package var notation: String { "avgpool-\(height)x\(width)" }

  package func output(for input: Shape) -> Shape? {
    guard case .map(let map) = input else { return nil }
    return .map(MapShape(channels: map.channels, height: height, width: width))
  }

  package var fixesSize: Bool { true }

  package func sizeFormulas(for input: Shape) -> [String] {
    ["\(height)x\(width) from any size"]
  }

  /// Even bins are an ordinary window; with others the field depends on the place.
  package func receptiveFieldEffect(on input: Shape) -> ReceptiveFieldEffect {
    guard case .map(let map) = input, Self.isEven(input: map.height, output: height),
      Self.isEven(input: map.width, output: width)
    else { return .endsIt }
    let bin = Sides(height: map.height / height, width: map.width / width)
    return .slides(Window(kernel: bin, stride: bin, padding: 0))
  }
}
