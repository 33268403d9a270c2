/// A number's bytes, lowest first.
package func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// The bytes of float32 values in sequence, as in a raw input or a weight file.
package func littleEndian(_ values: [Float]) -> [UInt8] {
  values.flatMap { littleEndian($0.bitPattern) }
}
