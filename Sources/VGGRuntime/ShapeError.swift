/// Sizes that do not fit each other, where the type checker cannot see it: in a window's
/// arithmetic, or in the number of values given.
public struct ShapeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sizes that do not fit, with the arithmetic.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
