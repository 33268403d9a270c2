/// The system has no memory for a layer's weights.
public struct OutOfMemory: Error, Hashable, Sendable, CustomStringConvertible {
  /// The requested bytes.
  public let byteCount: Int

  /// For example: `not enough memory for 411041792 bytes of weights`.
  public var description: String { "not enough memory for \(byteCount) bytes of weights" }
}
