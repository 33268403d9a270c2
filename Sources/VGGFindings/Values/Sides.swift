/// A number along the rows and one along the columns: the kernel, the stride, the padding or the
/// dilation of a window.
package struct Sides: Hashable, Sendable {
  package var height: Int
  package var width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// The same number along both.
  package init(_ side: Int) {
    self.init(height: side, width: side)
  }

  package var isSquare: Bool { height == width }

  /// For example: `3x5`.
  package var text: String { "\(height)x\(width)" }

  /// The number if both are the same, otherwise ``text``: `3`, `3x5`.
  package var brief: String { isSquare ? "\(height)" : text }

  /// The value in a configuration: `3`, `[3, 5]`.
  package var yaml: String { isSquare ? "\(height)" : "[\(height), \(width)]" }

  package var list: [Int] { [height, width] }

  /// Applies the same change to both numbers.
  package func map(_ change: (Int) -> Int) -> Sides {
    Sides(height: change(height), width: change(width))
  }

  /// Whether something holds for both numbers.
  package func both(_ holds: (Int) -> Bool) -> Bool { holds(height) && holds(width) }
}

extension Sides: ExpressibleByIntegerLiteral {
  package init(integerLiteral side: Int) { self.init(side) }
}
