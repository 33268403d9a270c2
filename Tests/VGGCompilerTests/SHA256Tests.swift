import Crypto
import Testing
import VGGCompiler

@Suite struct SHA256Tests {
  /// Every length around the border of a block, and of several.
  @Test func digestsAreThoseOfSwiftCrypto() {
    for length in 0...260 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ length) }
      #expect(VGGCompiler.sha256(bytes) == Array(SHA256.hash(data: bytes)), "\(length) bytes")
    }
  }
}
