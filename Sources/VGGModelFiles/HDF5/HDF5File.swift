import VGGWeights

/// An HDF5 file in h5py's default format: groups of symbol tables, contiguous data sets, attributes.
///
/// Nothing in the file is trusted: every address and size is checked before it is used, and the amount that is read is
/// bounded. The section numbers are those of the HDF5 File Format Specification, version 3.0.
struct HDF5File {
  let file: MappedFile
  /// The range of the HDF5 file in `file`; addresses count from its start.
  let bounds: Range<Int>
  private var rootAddress = 0
  private let budget = HDF5Budget()

  static let undefined = UInt64.max
  private static let mark: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]

  /// - Parameter bounds: The range of the HDF5 file in `file`; by default all of it.
  /// - Throws: `WeightError` if the bytes do not start as a supported HDF5 file.
  init(_ file: MappedFile, in bounds: Range<Int>? = nil) throws(WeightError) {
    self.file = file
    self.bounds = bounds ?? 0..<file.bytes.count
    rootAddress = try superblock()
  }

  /// Reads the superblock (II.A), and returns the address of the root group's object header.
  private func superblock() throws(WeightError) -> Int {
    var cursor = try self.cursor(at: 0, "the HDF5 superblock")
    let mark = try cursor.run(Self.mark.count)
    guard cursor.bytes[mark].elementsEqual(Self.mark) else {
      throw cursor.failure("an HDF5 file begins with other bytes", at: mark.lowerBound)
    }
    let version = try cursor.number(UInt8.self)
    switch version {
    case 0, 1:
      _ = try cursor.run(4)
      try expectEightBytes(&cursor)
      _ = try cursor.run(1 + 4 + 4 + (version == 1 ? 4 : 0))
    case 2, 3:
      try expectEightBytes(&cursor)
      _ = try cursor.run(1)
    default:
      throw cursor.failure("HDF5 superblock version \(version) is not supported; h5py writes 0")
    }
    let base = try cursor.number(UInt64.self)
    guard base == 0 else {
      throw cursor.failure("the HDF5 file's base address must be 0, not \(base)")
    }
    _ = try cursor.run(version < 2 ? 24 + 8 : 16)
    return try address(&cursor)
  }

  private func expectEightBytes(_ cursor: inout ByteCursor) throws(WeightError) {
    let sizes = (try cursor.number(UInt8.self), try cursor.number(UInt8.self))
    guard sizes == (8, 8) else {
      throw cursor.failure(
        "addresses of \(sizes.0) and sizes of \(sizes.1) bytes are not supported; h5py writes 8")
    }
  }

  /// A cursor from an address to the end of the file.
  func cursor(at address: Int, _ part: String) throws(WeightError) -> ByteCursor {
    guard address >= 0, address <= bounds.count else {
      throw WeightError(
        .malformed, file: file.path,
        "\(part) should be at byte \(address), past the end of the HDF5 file")
    }
    return ByteCursor(
      file.bytes, in: bounds.lowerBound + address..<bounds.upperBound, of: part, file: file.path)
  }

  /// A cursor over `size` bytes from an address on.
  func cursor(at address: Int, size: Int, _ part: String) throws(WeightError) -> ByteCursor {
    var all = try cursor(at: address, part)
    return all.part(try all.run(size), part)
  }

  /// Reads an address in the file, and moves the cursor past it.
  func address(_ cursor: inout ByteCursor) throws(WeightError) -> Int {
    let place = cursor.position
    let value = try cursor.number(UInt64.self)
    guard value < UInt64(bounds.count) else {
      throw cursor.failure("address \(value) is past the end of the HDF5 file", at: place)
    }
    return Int(value)
  }

  /// Counts steps, since a few bytes of an untrusted file may ask for many.
  func spend(_ count: Int) throws(WeightError) {
    budget.left -= count
    guard budget.left >= 0 else {
      throw WeightError(
        .malformed, file: file.path, "the HDF5 file has too many objects, or a cycle")
    }
  }

  /// The root object of the file.
  func root() throws(WeightError) -> HDF5Object { try object(at: rootAddress) }

  func object(at address: Int) throws(WeightError) -> HDF5Object {
    try spend(1)
    return try HDF5Object(at: address, of: self)
  }
}

/// The number of steps that reading one file may still take.
private final class HDF5Budget {
  var left = 1 << 20
}
