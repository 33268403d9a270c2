/// The values of a raw input file: little-endian float32, channels x height x width, nothing else.
///
/// - Throws: `InputError` when there are more or fewer `bytes`.
package func littleEndianFloats(
  _ bytes: [UInt8], channels: Int, height: Int, width: Int
) throws(InputError) -> [Float] {
  let count = channels * height * width
  guard bytes.count == count * 4 else {
    throw InputError(
      .malformed,
      .rawSize(byteCount: bytes.count, channels: channels, height: height, width: width))
  }
  return newValues(count) { values in
    bytes.withUnsafeBytes { bytes in
      for index in 0..<count {
        let bits = bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
        values[index] = Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }
}

extension FeatureMap {
  /// The map that a raw file holds: little-endian float32 values, channels x height x width,
  /// nothing else.
  ///
  /// - Throws: `InputError` when there are more or fewer `bytes`.
  public init(littleEndian bytes: [UInt8]) throws(InputError) {
    let values = try littleEndianFloats(bytes, channels: channels, height: height, width: width)
    self.init(taking: values)
  }
}
