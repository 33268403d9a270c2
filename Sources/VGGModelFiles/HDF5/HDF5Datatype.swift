import VGGWeights

/// The type of elements (IV.A.2.d), as far as it is needed for weights and texts.
struct HDF5Datatype {
  enum Kind {
    case number(ElementType)
    /// Texts of this many bytes each, padded with zeros.
    case text(Int)
    /// Texts in a global heap.
    case variableText
    case other
  }

  let kind: Kind

  var elementType: ElementType? {
    if case .number(let type) = kind { type } else { nil }
  }

  /// Reads the type, and moves the cursor past it.
  init(_ cursor: inout ByteCursor) throws(WeightError) {
    let head = try cursor.number(UInt8.self)
    let bits = (
      try cursor.number(UInt8.self), try cursor.number(UInt8.self), try cursor.number(UInt8.self)
    )
    let size = Int(try cursor.number(UInt32.self))
    switch head & 0xf {
    // Little-endian, with the sign in the highest bit.
    case 1 where bits.0 & 1 == 0 && bits.0 & 0x40 == 0 && Int(bits.1) == 8 * size - 1:
      // The size of the exponent distinguishes half precision from bfloat16.
      _ = try cursor.run(5)
      let exponent = try cursor.number(UInt8.self)
      switch (size, exponent) {
      case (2, 5): kind = .number(.float16)
      case (2, 8): kind = .number(.bfloat16)
      case (4, 8): kind = .number(.float32)
      case (8, 11): kind = .number(.float64)
      default: kind = .other
      }
    case 3: kind = .text(size)
    case 9 where bits.0 & 0xf == 1 && size == 16: kind = .variableText
    default: kind = .other
    }
  }
}

/// The extents of a data set or an attribute (IV.A.2.b); none for a single value.
struct HDF5Dataspace {
  let extents: [Int]

  private static let mostAxes = 32

  /// Reads the dataspace, and moves the cursor past it.
  init(_ cursor: inout ByteCursor) throws(WeightError) {
    let version = try cursor.number(UInt8.self)
    let rank = Int(try cursor.number(UInt8.self))
    _ = try cursor.number(UInt8.self)
    guard rank <= Self.mostAxes, version == 1 || version == 2 else {
      throw cursor.failure("a dataspace of version \(version) with \(rank) axes is not supported")
    }
    let kind = try cursor.number(UInt8.self)
    if version == 1 { _ = try cursor.run(4) }
    guard version == 1 || kind != 2 else {
      extents = [0]
      return
    }
    var extents: [Int] = []
    for _ in 0..<rank { extents.append(try cursor.count(UInt64.self)) }
    self.extents = extents
  }
}
