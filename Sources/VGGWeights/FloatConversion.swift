/// Reads little-endian `elements` of `type` as float32.
///
/// - Returns: `nil` if `type` is not a floating-point type in which weights are stored.
/// - Precondition: the byte count is a multiple of the element's size.
package func floats(from elements: UnsafeRawBufferPointer, of type: ElementType) -> [Float]? {
  switch type {
  case .float32: convert(elements) { (bits: UInt32) in Float(bitPattern: bits) }
  case .float64: convert(elements) { (bits: UInt64) in Float(Double(bitPattern: bits)) }
  case .float16: convert(elements, float16)
  case .bfloat16: convert(elements) { (bits: UInt16) in Float(bitPattern: UInt32(bits) << 16) }
  case .bool, .uint8, .int8, .uint16, .int16, .uint32, .int32, .uint64, .int64, .float8E4M3,
    .float8E5M2, .float8E4M3FNUZ, .float8E5M2FNUZ, .float8E8M0, .complex64:
    nil
  }
}

private func convert<Bits: FixedWidthInteger & BitwiseCopyable>(
  _ elements: UnsafeRawBufferPointer, _ value: (Bits) -> Float
) -> [Float] {
  let size = MemoryLayout<Bits>.size
  return [Float](unsafeUninitializedCapacity: elements.count / size) { values, count in
    count = elements.count / size
    for index in 0..<count {
      let bits = elements.loadUnaligned(fromByteOffset: index * size, as: Bits.self)
      values.initializeElement(at: index, to: value(Bits(littleEndian: bits)))
    }
  }
}

/// Converts IEEE 754 binary16 to binary32, which represents all of its values exactly.
func float16(_ bits: UInt16) -> Float {
  let sign = UInt32(bits & 0x8000) << 16
  let exponent = UInt32(bits >> 10) & 0x1f
  let fraction = UInt32(bits & 0x3ff)
  switch exponent {
  case 0:
    let magnitude = Float(fraction) * 0x1p-24
    return sign == 0 ? magnitude : -magnitude
  case 0x1f:
    return Float(bitPattern: sign | 0x7f80_0000 | fraction << 13)
  default:
    return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
  }
}
