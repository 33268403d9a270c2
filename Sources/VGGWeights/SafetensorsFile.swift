/// A safetensors file, mapped into memory and checked as a whole before any tensor is taken from
/// it.
///
/// For example: `try SafetensorsFile(path: path).tensor("features.0.bias", shape: [64])`.
public struct SafetensorsFile: WeightSource {
  /// The path it was opened at.
  public let path: String
  package let file: MappedFile
  private let header: SafetensorsHeader

  /// Opens the file at `path`.
  ///
  /// - Throws: `WeightError`, of kind `unreadable` or `malformed`.
  public init(path: String) throws(WeightError) {
    self.path = path
    file = try MappedFile(path: path)
    header = try SafetensorsHeader(file.bytes, file: path)
  }

  /// The tensors, in the header's order.
  public var tensors: [TensorDescription] {
    header.entries.map(\.tensor)
  }

  /// What the file says about itself, under `__metadata__`.
  public var metadata: [String: String] {
    header.metadata
  }

  /// The tensor called `name`, which must have `shape`; F32 is read in place, F64, F16 and BF16 are
  /// converted.
  public func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    let entry = try entry(name)
    guard entry.tensor.shape == shape else {
      throw WeightError.shape(name, is: entry.tensor.shape, needs: shape, file: path)
    }
    return try tensor(entry)
  }

  /// The tensor called `name`, with whatever shape it has.
  public func tensor(_ name: String) throws -> WeightTensor {
    try tensor(entry(name))
  }

  private func entry(_ name: String) throws(WeightError) -> SafetensorsHeader.Entry {
    guard let index = header.indices[name] else {
      throw WeightError(
        .missing, file: path, "there is no tensor \(quoted(name))" + hint(for: name))
    }
    return header.entries[index]
  }

  private func tensor(_ entry: SafetensorsHeader.Entry) throws(WeightError) -> WeightTensor {
    if entry.tensor.type == .float32, canReadInPlace(entry.bytes) {
      return WeightTensor(
        mapped: file, offset: entry.bytes.lowerBound, count: entry.bytes.count / 4,
        shape: entry.tensor.shape)
    }
    let elements = UnsafeRawBufferPointer(rebasing: file.bytes[entry.bytes])
    guard let values = floats(from: elements, of: entry.tensor.type) else {
      throw WeightError(
        .mismatched, file: path,
        "tensor \(quoted(entry.tensor.name)) is of type \(entry.tensor.type.rawValue), "
          + "but weights must be F32, F64, F16 or BF16")
    }
    return WeightTensor(values, shape: entry.tensor.shape)
  }

  private func canReadInPlace(_ bytes: Range<Int>) -> Bool {
    bytes.lowerBound.isMultiple(of: MemoryLayout<Float>.alignment) && UInt32(1).littleEndian == 1
  }

  /// What the file holds instead of `name`: the same name behind a prefix, or the names it starts
  /// with.
  private func hint(for name: String) -> String {
    if let longer = header.entries.first(where: { $0.tensor.name.hasSuffix("." + name) }) {
      return ", but there is \(quoted(longer.tensor.name)): take the prefix off the names"
    }
    guard let first = header.entries.first else { return "; the file holds none" }
    return "; the file holds \(header.entries.count), the first is \(quoted(first.tensor.name))"
  }
}
