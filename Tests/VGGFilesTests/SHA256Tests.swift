import Testing
import VGGFiles
import VGGTestSupport

@Suite struct SHA256Tests {
  /// Every length around the boundary of one block and of several blocks.
  private static let lengths = 0...260

  private static func message(of length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ length) }
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "hashlib")))
  func digestsAreThoseOfPython() throws {
    let python = try #require(ReferencePython.with("hashlib"))
    let script = """
      import hashlib
      for length in range(\(Self.lengths.lowerBound), \(Self.lengths.upperBound + 1)):
          print(hashlib.sha256(bytes((i * 167 + length) % 256 for i in range(length))).hexdigest())
      """
    let expected = try Tool.run([python, "-c", script]).output.split(separator: "\n")
    let digests = Self.lengths.map { hexadecimal(SHA256.hash(Self.message(of: $0))) }
    #expect(digests == expected.map(String.init))
  }

  @Test(arguments: [1, 7, 63, 64, 65, 200])
  func piecesGiveTheWholesDigest(_ size: Int) {
    let bytes = Self.message(of: 1000)
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { hash.update($0) }
    }
    #expect(hash.finalize() == SHA256.hash(bytes))
  }
}
