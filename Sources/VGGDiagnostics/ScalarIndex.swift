/// Counts Unicode scalars in UTF-8 text without walking it from the start each time.
///
/// A running count is kept for every block of bytes; for text that is all ASCII nothing is kept at all.
struct ScalarIndex: Sendable {
  private static let blockSize = 1024

  private let bytes: [UInt8]
  /// Scalars before the start of each block; empty for ASCII text.
  private let countBeforeBlock: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      countBeforeBlock = []
      return
    }
    var counts: [Int] = []
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
      counts.append(count)
      let end = min(start + Self.blockSize, bytes.count)
      for byte in bytes[start..<end] where Self.startsScalar(byte) { count += 1 }
    }
    countBeforeBlock = counts
  }

  /// How many scalars start before a UTF-8 offset.
  func count(before offset: Int) -> Int {
    guard !countBeforeBlock.isEmpty, offset > 0 else { return offset }
    let block = (offset - 1) / Self.blockSize
    var count = countBeforeBlock[block]
    for byte in bytes[(block * Self.blockSize)..<offset] where Self.startsScalar(byte) {
      count += 1
    }
    return count
  }

  /// The UTF-8 offset at which scalar number `index` (from 0) starts, or the text's end.
  func offset(ofScalar index: Int) -> Int {
    guard !countBeforeBlock.isEmpty else { return min(index, bytes.count) }
    var low = 0
    var high = countBeforeBlock.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if countBeforeBlock[middle] <= index { low = middle } else { high = middle }
    }
    var remaining = index - countBeforeBlock[low]
    for offset in (low * Self.blockSize)..<bytes.count where Self.startsScalar(bytes[offset]) {
      if remaining == 0 { return offset }
      remaining -= 1
    }
    return bytes.count
  }

  private static func startsScalar(_ byte: UInt8) -> Bool {
    byte & 0xC0 != 0x80
  }
}
