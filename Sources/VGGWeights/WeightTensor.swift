/// An immutable float32 tensor, in row-major order.
///
/// It either owns its values, or reads them in place from a mapped file, which stays mapped for the
/// lifetime of the tensor. A copy of the tensor shares its memory.
public struct WeightTensor: Sendable {
  /// The extents, outermost first; empty for a single number.
  public let shape: [Int]

  private let storage: Storage

  /// A tensor that owns `values`.
  ///
  /// - Precondition: the product of `shape` is the number of values.
  public init(_ values: [Float], shape: [Int]) {
    precondition(shape.reduce(1, *) == values.count, "the shape must fit the values")
    self.shape = shape
    storage = .owned(values)
  }

  /// A tensor that reads `file` in place.
  ///
  /// - Precondition: `offset` is a multiple of four from an aligned base, and the tensor is within the
  ///   file.
  package init(mapped file: MappedFile, offset: Int, count: Int, shape: [Int]) {
    precondition(offset >= 0 && count <= (file.bytes.count - offset) / MemoryLayout<Float>.size)
    self.shape = shape
    storage = .mapped(file, offset: offset, count: count)
  }

  private init(_ storage: Storage, shape: [Int]) {
    self.storage = storage
    self.shape = shape
  }

  /// The same values in another shape; values of a mapped file stay in place.
  ///
  /// - Precondition: the product of `shape` is the number of values.
  package func reshaped(to shape: [Int]) -> WeightTensor {
    precondition(shape.reduce(1, *) == count, "the shape must fit the values")
    return WeightTensor(storage, shape: shape)
  }

  /// The number of values.
  public var count: Int {
    switch storage {
    case .owned(let values): values.count
    case .mapped(_, _, let count): count
    }
  }

  /// Whether no value is NaN or infinite.
  package var isFinite: Bool { firstNotFinite == nil }

  /// A copy of the values.
  public var values: [Float] {
    withUnsafeValues { Array($0) }
  }

  /// Calls `body` with the values in place; the pointer is valid only during the call.
  public func withUnsafeValues<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .owned(let values):
      return try values.withUnsafeBufferPointer(body)
    case .mapped(let file, let offset, let count):
      let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[offset..<offset + count * 4])
      defer { withExtendedLifetime(file) {} }
      return try body(bytes.bindMemory(to: Float.self))
    }
  }

  /// The file with the values as little-endian float32, and their offset; `nil` for a tensor that owns
  /// its values.
  package var place: (file: MappedFile, offset: Int)? {
    guard case .mapped(let file, let offset, _) = storage else { return nil }
    return (file, offset)
  }

  /// Releases the values, which will not be read soon: pages of a mapped file are returned to the
  /// system, which reads them again on the next access.
  package func releasePages() { releasePages(of: 0..<count) }

  /// The same for the values in `range` only.
  package func releasePages(of range: Range<Int>) {
    guard case .mapped(let file, let offset, _) = storage else { return }
    let size = MemoryLayout<Float>.size
    file.release(offset + range.lowerBound * size..<offset + range.upperBound * size)
  }

  private enum Storage: Sendable {
    case owned([Float])
    case mapped(MappedFile, offset: Int, count: Int)
  }
}
