extension FeatureMap {
  /// The map that a raw file holds: little-endian float32 values, channels x height x width,
  /// nothing else.
  ///
  /// - Throws: `InputError` when `bytes` are more or fewer.
  public init(littleEndian bytes: [UInt8]) throws(InputError) {
    guard bytes.count == Self.count * 4 else {
      throw InputError(
        .malformed,
        "the file has \(bytes.count) bytes, but \(channels) x \(height) x \(width) "
          + "float32 values take \(Self.count * 4)")
    }
    self.init { values in
      bytes.withUnsafeBytes { bytes in
        for index in 0..<Self.count {
          let bits = bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
          values[index] = Float(bitPattern: UInt32(littleEndian: bits))
        }
      }
    }
  }
}
