/// SHA-256, as defined in FIPS 180-4, of bytes that arrive piece by piece.
package struct SHA256 {
  private var state = initialState
  /// The bytes since the last whole block.
  private var rest: [UInt8] = []
  private var byteCount: UInt64 = 0

  private static let blockSize = 64

  package init() {
    rest.reserveCapacity(Self.blockSize)
  }

  /// The digest's 32 bytes.
  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finalize()
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount += UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = bytes.prefix(Self.blockSize - rest.count)
      rest += missing
      bytes = bytes.dropFirst(missing.count)
      guard rest.count == Self.blockSize else { return }
      rest.withUnsafeBytes { compress($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.count / Self.blockSize * Self.blockSize
    compress(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole)))
    rest += bytes.dropFirst(whole)
  }

  /// The digest's 32 bytes. The message is padded with a one bit, zeros up to a whole number of blocks, and its
  /// length in bits.
  package consuming func finalize() -> [UInt8] {
    let length = (byteCount * 8).bigEndian
    let zeros = (2 * Self.blockSize - 9 - rest.count) % Self.blockSize
    let end = [0x80] + [UInt8](repeating: 0, count: zeros)
    end.withUnsafeBytes { update($0) }
    withUnsafeBytes(of: length) { update($0) }
    return (0..<8).flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: state[word] >> $0) }
    }
  }

  /// Processes whole blocks.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    var state = state
    roundConstants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        for start in stride(from: 0, to: blocks.count, by: Self.blockSize) {
          fillSchedule(words, with: blocks, at: start)
          state &+= rounds(of: state, words: words, constants: constants)
        }
      }
    }
    self.state = state
  }
}

/// A block's 16 words, and the 48 derived from them.
private func fillSchedule(
  _ words: UnsafeMutableBufferPointer<UInt32>, with blocks: UnsafeRawBufferPointer, at start: Int
) {
  for index in 0..<16 {
    let word = blocks.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self)
    words[index] = UInt32(bigEndian: word)
  }
  for index in 16..<64 {
    let (near, far) = (words[index - 2], words[index - 15])
    words[index] =
      words[index - 16] &+ (rotated(far, 7) ^ rotated(far, 18) ^ far >> 3)
      &+ words[index - 7] &+ (rotated(near, 17) ^ rotated(near, 19) ^ near >> 10)
  }
}

/// The state after the 64 rounds.
private func rounds(
  of state: SIMD8<UInt32>, words: UnsafeMutableBufferPointer<UInt32>,
  constants: UnsafeBufferPointer<UInt32>
) -> SIMD8<UInt32> {
  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  // Eight at a time, after which every variable is in its place again.
  for start in stride(from: 0, to: 64, by: 8) {
    func input(_ round: Int) -> UInt32 { constants[start &+ round] &+ words[start &+ round] }
    turn(a: a, b: b, c: c, d: &d, e: e, f: f, g: g, h: &h, input(0))
    turn(a: h, b: a, c: b, d: &c, e: d, f: e, g: f, h: &g, input(1))
    turn(a: g, b: h, c: a, d: &b, e: c, f: d, g: e, h: &f, input(2))
    turn(a: f, b: g, c: h, d: &a, e: b, f: c, g: d, h: &e, input(3))
    turn(a: e, b: f, c: g, d: &h, e: a, f: b, g: c, h: &d, input(4))
    turn(a: d, b: e, c: f, d: &g, e: h, f: a, g: b, h: &c, input(5))
    turn(a: c, b: d, c: e, d: &f, e: g, f: h, g: a, h: &b, input(6))
    turn(a: b, b: c, c: d, d: &e, e: f, f: g, g: h, h: &a, input(7))
  }
  return SIMD8(a, b, c, d, e, f, g, h)
}

/// One round. Stores its results where the next round, whose names are rotated by one, expects them.
@inline(__always)
private func turn(
  a: UInt32, b: UInt32, c: UInt32, d: inout UInt32, e: UInt32, f: UInt32, g: UInt32,
  h: inout UInt32, _ input: UInt32
) {
  let mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
  let first = h &+ mixed &+ ((e & f) ^ (~e & g)) &+ input
  let second = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
  d = d &+ first
  h = first &+ second &+ ((a & b) ^ (a & c) ^ (b & c))
}

private func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
  word &>> bits | word &<< (32 &- bits)
}

/// Bytes as two lower-case hexadecimal digits each: `00ff` for 0 and 255.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }.joined()
}

/// The first 32 bits of the fractional parts of the square roots of the first eight primes.
private let initialState: SIMD8<UInt32> = [
  0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
  0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
]

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7,
  0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc,
  0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351,
  0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e,
  0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585,
  0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f,
  0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
