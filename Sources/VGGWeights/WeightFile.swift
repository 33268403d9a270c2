/// A weight file, mapped into memory and completely checked before any tensor is taken from it.
///
/// Its first bytes determine the container; its name does not matter.
///
/// For example: `try WeightFile(path: path).tensor("features.0.bias", shape: [64])`.
public struct WeightFile: WeightSource {
  /// The path at which it was opened.
  public let path: String
  /// The kind of file.
  public let container: WeightContainer
  package let file: MappedFile
  private let directory: TensorDirectory

  /// Opens the file at `path`.
  ///
  /// - Throws: `WeightError`, of kind `unreadable` or `malformed`.
  public init(path: String) throws(WeightError) {
    self.path = path
    file = try MappedFile(path: path)
    container = try WeightContainer(file.bytes, file: path)
    directory = try container.directory(of: file.bytes, file: path).withoutPrefix()
  }

  /// The tensors, in the file's order.
  public var tensors: [TensorDescription] {
    directory.tensors.map(\.description)
  }

  /// The tensor called `name`, without its values.
  package func description(of name: String) throws(WeightError) -> TensorDescription {
    try stored(name).description
  }

  /// The file's metadata.
  public var metadata: [String: String] {
    directory.metadata
  }

  /// Remarks for the user about how the tensors were found, for example under a checkpoint's
  /// `state_dict`.
  public var remarks: [String] { notes.map(\.inWords) }

  /// The same remarks, from which a phrasebook makes its words.
  package var notes: [WeightRemark] { directory.remarks }

  /// The tensor called `name`, which must have `shape`; F32 is read in place, F64, F16 and BF16 are
  /// converted.
  public func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    let stored = try stored(name)
    guard stored.description.shape == shape else {
      throw WeightError.shape(name, is: stored.description.shape, needs: shape, file: path)
    }
    return try tensor(stored)
  }

  /// The tensor called `name`, with any shape.
  public func tensor(_ name: String) throws -> WeightTensor {
    try tensor(stored(name))
  }

  /// Calls `body` with the tensor's elements as they are stored, in row-major order, part by part,
  /// so that a large tensor takes little memory; pages that were read are returned to the system.
  package func forEachPart<Failure: Error>(
    of name: String, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws {
    try forEachPart(of: stored(name), body)
  }

  /// The most elements of a part: few enough to stay in a core's cache.
  private static let partLength = 1 << 16

  private func forEachPart<Failure: Error>(
    of stored: StoredTensor, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let count = stored.count
    let size = stored.description.type.byteCount
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: stored.isContiguous ? 0 : min(count, Self.partLength) * size, alignment: 8)
    defer { buffer.deallocate() }
    for start in stride(from: 0, to: count, by: Self.partLength) {
      let range = start..<min(start + Self.partLength, count)
      if stored.isContiguous {
        let bytes = stored.bytes(of: range)
        try body(UnsafeRawBufferPointer(rebasing: file.bytes[bytes]))
        file.release(bytes)
      } else {
        stored.gather(range, from: file.bytes, into: buffer)
        try body(UnsafeRawBufferPointer(rebasing: buffer[..<(range.count * size)]))
      }
    }
  }

  private func stored(_ name: String) throws(WeightError) -> StoredTensor {
    guard let index = directory.indices[name] else { throw missing(name) }
    return directory.tensors[index]
  }

  /// The error that there is no tensor called `name`.
  func missing(_ name: String) -> WeightError {
    WeightError(.missing, file: path, .noTensor(name, names(besides: name)))
  }

  private func tensor(_ stored: StoredTensor) throws(WeightError) -> WeightTensor {
    let description = stored.description
    if description.type == .float32, stored.isContiguous, canReadInPlace(stored.offset) {
      return WeightTensor(
        mapped: file, offset: stored.offset, count: stored.count, shape: description.shape)
    }
    guard description.type.isFloatingPoint else {
      throw WeightError(
        .mismatched, file: path, .otherType(description.name, description.type.rawValue))
    }
    var values: [Float] = []
    values.reserveCapacity(stored.count)
    forEachPart(of: stored) { (part) throws(Never) in
      values += floats(from: part, of: description.type) ?? []
    }
    return WeightTensor(values, shape: description.shape)
  }

  private func canReadInPlace(_ offset: Int) -> Bool {
    offset.isMultiple(of: MemoryLayout<Float>.alignment) && UInt32(1).littleEndian == 1
  }

  /// The file's actual names: the same name after a prefix, or the first name.
  private func names(besides name: String) -> WeightFault.PresentNames {
    let names = directory.tensors.lazy.map(\.description.name)
    if let longer = names.first(where: { $0.hasSuffix("." + name) }) { return .prefixed(longer) }
    guard let first = names.first else { return .none }
    return .others(count: names.count, first: first)
  }
}
