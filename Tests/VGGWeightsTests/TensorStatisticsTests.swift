import Testing
import VGGTestSupport

@testable import VGGWeights

@Suite struct TensorStatisticsTests {
  private func statistics(_ parts: [[UInt8]], _ type: ElementType) -> TensorStatistics? {
    var statistics = TensorStatistics()
    let isKnown = parts.map { part in part.withUnsafeBytes { statistics.add($0, of: type) } }
    return isKnown.allSatisfy(\.self) ? statistics : nil
  }

  @Test func joinsParts() throws {
    let parts: [[Float]] = [[1, 2, .nan], [], [.infinity], [3, 4, 5, -.infinity, 1001]]
    let found = try #require(statistics(parts.map(littleEndian), .float32))
    #expect(found.finite == 6 && found.notNumbers == 1 && found.infinities == 2)
    #expect(found.minimum == 1 && found.maximum == 1001)
    let values: [Double] = [1, 2, 3, 4, 5, 1001]
    let mean = values.reduce(0, +) / 6
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(found.mean - mean) < 1e-12)
    #expect(abs(found.deviation - (squares / 6).squareRoot()) < 1e-9)
  }

  /// A mean that is large relative to the deviation, which sums of squares would lose.
  @Test func keepsSmallDeviationsOfLargeNumbers() throws {
    let values = (0..<1000).map { Float($0 % 2) + 8_000_000 }
    let parts = stride(from: 0, to: 1000, by: 100).map {
      littleEndian(Array(values[$0..<$0 + 100]))
    }
    #expect(try #require(statistics(parts, .float32)).deviation == 0.5)
  }

  @Test(arguments: [
    (ElementType.int8, [0xff, 1] as [UInt8], -1.0, 1.0), (.uint8, [0xff, 1], 1, 255),
    (.bool, [0, 1], 0, 1), (.int16, [0xff, 0xff, 2, 0], -1, 2),
    (.uint16, [0xff, 0xff, 2, 0], 2, 65535),
    (.int32, littleEndian(Int32(-7)) + littleEndian(Int32(9)), -7, 9),
    (.int64, littleEndian(Int64(-7)) + littleEndian(Int64(9)), -7, 9),
    (.uint64, littleEndian(UInt64(7)) + littleEndian(UInt64(1 << 60)), 7, 0x1p60),
    (.float16, [0, 0x3c, 0, 0xc0], -2, 1), (.bfloat16, [0x80, 0x3f, 0, 0xc0], -2, 1),
    (.float64, littleEndian((0.1).bitPattern) + littleEndian((0.2).bitPattern), 0.1, 0.2),
  ])
  func readsEveryType(type: ElementType, bytes: [UInt8], least: Double, largest: Double) throws {
    let found = try #require(statistics([bytes], type))
    #expect(found.minimum == least && found.maximum == largest)
  }

  @Test func saysNothingOfTypesThatItDoesNotKnow() {
    #expect(statistics([[1]], .float8E5M2) == nil)
    #expect(statistics([], .float32)?.finite == 0)
  }

  /// Found by fuzzing: squares and sums that exceed float64.
  @Test func survivesTheLargestNumbers() throws {
    let values = [Double.greatestFiniteMagnitude, .greatestFiniteMagnitude, 1]
    let part = values.flatMap { littleEndian($0.bitPattern) }
    let found = try #require(statistics([part, part], .float64))
    #expect(found.maximum == .greatestFiniteMagnitude && found.minimum == 1)
    #expect(!found.mean.isFinite && !found.deviation.isFinite)
  }
}
