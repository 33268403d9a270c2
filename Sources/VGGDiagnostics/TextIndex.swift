/// The unit in which the length of a text is counted.
package enum TextUnit: Sendable {
  case utf8
  case utf16
  case scalar

  /// The number of units in a character whose UTF-8 starts with `byte`; zero for a continuation byte.
  fileprivate func count(startingWith byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .scalar: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
}

/// Counts the units of UTF-8 text without walking it from the start each time.
///
/// It keeps a running count for every block of bytes; for text that is all ASCII it keeps
/// nothing.
package struct TextIndex: Sendable {
  private static let blockSize = 1024

  private let bytes: [UInt8]
  private let unit: TextUnit
  /// Units before the start of each block; empty if every byte is a unit.
  private let countBeforeBlock: [Int]

  package init(_ bytes: [UInt8], unit: TextUnit) {
    self.bytes = bytes
    self.unit = unit
    guard unit != .utf8, bytes.contains(where: { $0 >= 0x80 }) else {
      countBeforeBlock = []
      return
    }
    var counts: [Int] = []
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
      counts.append(count)
      let end = min(start + Self.blockSize, bytes.count)
      for byte in bytes[start..<end] { count += unit.count(startingWith: byte) }
    }
    countBeforeBlock = counts
  }

  /// The number of units that start before a UTF-8 offset.
  package func count(before offset: Int) -> Int {
    guard !countBeforeBlock.isEmpty, offset > 0 else { return offset }
    let block = (offset - 1) / Self.blockSize
    var count = countBeforeBlock[block]
    for byte in bytes[(block * Self.blockSize)..<offset] {
      count += unit.count(startingWith: byte)
    }
    return count
  }

  /// The UTF-8 offset at which unit number `index` (from 0) starts, or the text's end; for a unit
  /// within a character, the character's end.
  package func offset(of index: Int) -> Int {
    guard !countBeforeBlock.isEmpty else { return min(index, bytes.count) }
    var low = 0
    var high = countBeforeBlock.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if countBeforeBlock[middle] <= index { low = middle } else { high = middle }
    }
    var remaining = index - countBeforeBlock[low]
    for offset in (low * Self.blockSize)..<bytes.count {
      let count = unit.count(startingWith: bytes[offset])
      guard count > 0 else { continue }
      if remaining <= 0 { return offset }
      remaining -= count
    }
    return bytes.count
  }
}
