import Testing
import VGGFiles

@Suite struct CRC32CTests {
  /// A message with the checksum that a standard lists for it.
  struct Known: Sendable {
    let bytes: [UInt8]
    let checksum: UInt32
  }

  /// The examples of RFC 3720, B.4, and the check value of CRC catalogues.
  private static let known: [Known] = [
    Known(bytes: [], checksum: 0),
    Known(bytes: Array("123456789".utf8), checksum: 0xe306_9283),
    Known(bytes: Array(repeating: 0, count: 32), checksum: 0x8a91_36aa),
    Known(bytes: Array(repeating: 0xff, count: 32), checksum: 0x62a8_ab43),
    Known(bytes: Array(0..<32), checksum: 0x46dd_794e),
    Known(bytes: (0..<32).reversed(), checksum: 0x113f_db5c),
    Known(
      bytes: [
        0x01, 0xc0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x14, 0, 0, 0, 0, 0, 0x04, 0,
        0, 0, 0, 0x14, 0, 0, 0, 0x18, 0x28, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0, 0, 0, 0, 0, 0,
      ], checksum: 0xd996_3a56),
  ]

  /// Bytes without a pattern.
  private static func message(of length: Int) -> [UInt8] {
    var state: UInt32 = 1
    return (0..<length).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
  }

  private static func checksum(
    of pieces: some Sequence<ArraySlice<UInt8>>, usesInstruction: Bool = true
  ) -> UInt32 {
    var checksum = CRC32C(usesInstruction: usesInstruction)
    for piece in pieces { piece.withUnsafeBytes { checksum.update($0) } }
    return checksum.value
  }

  @Test(arguments: known) func standardMessagesHaveTheirChecksums(_ known: Known) {
    #expect(known.bytes.withUnsafeBytes(CRC32C.checksum) == known.checksum)
    #expect(Self.checksum(of: [known.bytes[...]], usesInstruction: false) == known.checksum)
  }

  /// Lengths around words, stripes and groups of three stripes.
  @Test(arguments: [1, 7, 8, 9, 63, 16_384, 49_151, 49_152, 49_153, 98_304, 150_001])
  func theInstructionAndTheTablesAgree(_ length: Int) {
    let bytes = Self.message(of: length)
    let expected = Self.checksum(of: [bytes[...]], usesInstruction: false)
    #expect(Self.checksum(of: [bytes[...]]) == expected)
    // The same bytes at an odd address.
    #expect(Self.checksum(of: [([0] + bytes)[1...]]) == expected)
  }

  @Test(arguments: [true, false])
  func everySplitHasTheChecksumOfTheWhole(usingInstruction: Bool) {
    let bytes = Self.message(of: 130)
    let whole = Self.checksum(of: [bytes[...]], usesInstruction: usingInstruction)
    for first in 0...bytes.count {
      for second in stride(from: first, through: bytes.count, by: 5) {
        let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]]
        #expect(Self.checksum(of: pieces, usesInstruction: usingInstruction) == whole)
      }
    }
  }

  @Test func splitsOfStripesHaveTheChecksumOfTheWhole() {
    let bytes = Self.message(of: 200_000)
    let whole = Self.checksum(of: [bytes[...]], usesInstruction: false)
    for place in [1, 16_383, 49_152, 49_153, 100_000, 150_848, 199_999] {
      #expect(Self.checksum(of: [bytes[..<place], bytes[place...]]) == whole)
    }
  }

  @Test func everyFlippedBitChangesTheChecksum() {
    var bytes = Self.message(of: 64)
    let sound = Self.checksum(of: [bytes[...]])
    for bit in 0..<(bytes.count * 8) {
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(Self.checksum(of: [bytes[...]]) != sound)
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    }
  }
}
