/// The height and width of a window, its step, its padding or its dilation, in rows and columns of a map.
///
/// A number means a square: `kernel: 3` is 3 x 3.
public struct Sides: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The rows.
  public var height: Int
  /// The columns.
  public var width: Int

  /// A rectangle.
  ///
  /// - Parameters:
  ///   - height: The rows.
  ///   - width: The columns.
  public init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// A square.
  ///
  /// - Parameter value: The number of rows and of columns.
  public init(integerLiteral value: Int) {
    self.init(height: value, width: value)
  }
}
