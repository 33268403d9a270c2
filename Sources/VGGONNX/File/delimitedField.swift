/// The prefix of a protobuf field of a known length, such as a message or a text: the field's number
/// with wire type 2, and the length, both as varints.
///
/// The encoding is that of https://protobuf.dev/programming-guides/encoding.
func delimitedField(_ number: Int, length: Int) -> [UInt8] {
  varint(number << 3 | 2) + varint(length)
}

/// Seven bits per byte, the lowest first; all bytes but the last have their highest bit set.
private func varint(_ value: Int) -> [UInt8] {
  var (bytes, rest): ([UInt8], UInt) = ([], UInt(value))
  while rest >= 0x80 {
    bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
    rest >>= 7
  }
  return bytes + [UInt8(rest)]
}
