/// A network's output for a class is infinite or not a number.
public struct NotFiniteOutput: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of the class, from 0.
  public let index: Int
  /// The output: infinite, or not a number.
  public let value: Float

  /// For example: `the network's output for class 3 is nan: the weights or the input are unusable`.
  public var description: String {
    "the network's output for class \(index) is \(value): the weights or the input are unusable"
  }
}
