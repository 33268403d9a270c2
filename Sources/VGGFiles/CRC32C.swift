import CChecksum

/// CRC-32C, as defined in RFC 3720, of bytes that arrive piece by piece.
///
/// A checksum against damage, computed about as fast as memory is read. It detects every change within 32 consecutive
/// bits, and all but one in 2^32 others. It does not protect against deliberate changes.
package struct CRC32C: Hashable, Sendable {
  /// The checksum with every bit inverted.
  private var register = ~UInt32(0)
  private let usesInstruction: Bool

  /// The checksum of no bytes.
  ///
  /// - Parameter usesInstruction: Whether the processor's instruction may be used; the result is the same without it.
  package init(usesInstruction: Bool = true) {
    self.usesInstruction = usesInstruction && crc32c_is_available() != 0
  }

  /// The checksum of all bytes so far.
  package var value: UInt32 { ~register }

  /// The checksum of `bytes`.
  package static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt32 {
    var checksum = CRC32C()
    checksum.update(bytes)
    return checksum.value
  }

  /// Adds the next bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard usesInstruction else {
      register = registerByTables(register, bytes)
      return
    }
    bytes.withMemoryRebound(to: UInt8.self) { bytes in
      guard var start = bytes.baseAddress else { return }
      var count = bytes.count
      while count >= 3 * stripe {
        // The bytes after a stripe act on its register as zeros would, and add their own register.
        let registers = crc32c_stripes(register, start, stripe)
        let joined = product(registers.first, stripeFactor) ^ registers.second
        register = product(joined, stripeFactor) ^ registers.third
        start += 3 * stripe
        count -= 3 * stripe
      }
      register = crc32c_bytes(register, start, count)
    }
  }
}

/// The bytes of a stripe, 2^14: short enough to leave few bytes for the single register, and long enough that joining
/// costs little.
private let stripe = 1 << 14

/// x^(8 * stripe), the factor by which a stripe of zeros multiplies a register.
private let stripeFactor: UInt32 = {
  let x: UInt32 = 1 << 30
  return (0..<17).reduce(x) { power, _ in product(power, power) }
}()

/// The polynomial without its highest term; the lowest bit is the coefficient of x^31.
private let polynomial: UInt32 = 0x82f6_3b78

/// `value` times x, modulo the polynomial.
private func shifted(_ value: UInt32) -> UInt32 {
  value & 1 == 0 ? value >> 1 : value >> 1 ^ polynomial
}

/// The product of two polynomials, modulo the checksum's.
private func product(_ left: UInt32, _ right: UInt32) -> UInt32 {
  var (sum, term): (UInt32, UInt32) = (0, right)
  for bit in stride(from: 31, through: 0, by: -1) {
    if left &>> UInt32(bit) & 1 == 1 { sum ^= term }
    term = shifted(term)
  }
  return sum
}

/// For each of the eight positions in a word, the contribution of each byte value to the register; the last byte's is
/// at 0.
private let tables: [UInt32] = {
  let last = (0..<256).map { byte in (0..<8).reduce(UInt32(byte)) { value, _ in shifted(value) } }
  return (1..<8).reduce(into: last) { tables, _ in
    tables += tables.suffix(256).map { $0 >> 8 ^ last[Int($0 & 255)] }
  }
}()

/// The register after `bytes`, computed without the instruction.
private func registerByTables(_ register: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
  tables.withUnsafeBufferPointer { tables in
    var register = register
    let words = bytes.count / 8
    for word in 0..<words {
      let next = bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
      let mixed = UInt64(littleEndian: next) ^ UInt64(register)
      register = 0
      for place in 0..<8 {
        let byte = Int(truncatingIfNeeded: mixed &>> UInt64(8 * place) & 255)
        register ^= tables[(7 &- place) &* 256 &+ byte]
      }
    }
    for byte in bytes.dropFirst(words * 8) {
      register = register >> 8 ^ tables[Int((register ^ UInt32(byte)) & 255)]
    }
    return register
  }
}
