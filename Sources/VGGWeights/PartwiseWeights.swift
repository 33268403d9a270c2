import VGGFiles

/// Weights that can be produced part by part, so that a tensor of any size is written with little
/// memory.
protocol PartwiseWeights: WeightSource {
  /// Calls `body` with the tensor's values in parts of at most ``WeightTensor/part``, in order, until it
  /// returns a reason, which is returned.
  ///
  /// - Throws: The same errors as `tensor`.
  func forEachPart(
    of name: String, shape: [Int], _ body: (WeightTensor) -> String?
  ) throws -> String?
}

extension WeightSource {
  /// Writes the values of the tensor called `name` as little-endian float32, and returns the system's
  /// reason if that fails.
  ///
  /// - Parameter written: called with each part's bytes once they are written.
  /// - Throws: The same errors as `tensor`.
  package func write(
    _ name: String, shape: [Int], to file: FileDescriptorWriter,
    written: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws -> String? {
    guard let source = self as? any PartwiseWeights else {
      return try tensor(name, shape: shape).write(to: file, written: written)
    }
    return try source.forEachPart(of: name, shape: shape) { $0.write(to: file, written: written) }
  }
}
