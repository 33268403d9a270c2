/// The system has no memory for a layer's weights.
public struct OutOfMemory: Error, Hashable, Sendable, CustomStringConvertible {
  /// The requested bytes.
  public let byteCount: Int

  /// For example: `there is no memory for 411041792 bytes of weights`.
  public var description: String { "there is no memory for \(byteCount) bytes of weights" }
}
