/// Sizes that do not match, which the type checker cannot detect: in a window's
/// arithmetic, or in the number of values given.
public struct ShapeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sizes that do not match, with the arithmetic.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
