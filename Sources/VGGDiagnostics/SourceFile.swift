/// The bytes of one configuration file, with an index to turn offsets into lines and columns.
package struct SourceFile: Sendable {
  /// The largest file that is read: 16 MiB.
  package static let maximumSize = 16 * 1024 * 1024

  /// The name of the text from standard input.
  package static let standardInput = "<stdin>"

  /// The name shown in messages: the path as the user gave it.
  package let name: String
  package let bytes: [UInt8]
  /// Whether it is a command-line argument, in which nobody counts lines and columns.
  package let isArgument: Bool
  private let lineStarts: [Int]
  private let scalars: TextIndex

  package init(name: String, bytes: [UInt8]) {
    self.init(name: name, bytes: bytes, isArgument: false)
  }

  /// The value of an option, such as `--rate`.
  package init(option: String, value: String) {
    self.init(name: option, bytes: Array(value.utf8), isArgument: true)
  }

  private init(name: String, bytes: [UInt8], isArgument: Bool) {
    self.name = name
    self.bytes = bytes
    self.isArgument = isArgument
    self.lineStarts = Self.lineStarts(in: bytes)
    self.scalars = TextIndex(bytes, unit: .scalar)
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The line and column of a UTF-8 offset. An offset past the end is treated as the end.
  package func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(containing: offset)
    let start = contentStart(ofLine: line)
    let column = offset < start ? 0 : scalars.count(before: offset) - scalars.count(before: start)
    return SourceLocation(line: line + 1, column: column + 1)
  }

  /// The UTF-8 offset of the scalar number `index`, counted from 0.
  package func offset(ofScalar index: Int) -> Int {
    scalars.offset(of: index)
  }

  /// The offsets of a line (from 1) without its line break and without a byte order mark.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard (1...lineStarts.count).contains(line) else { return bytes.count..<bytes.count }
    let start = contentStart(ofLine: line - 1)
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// The text between two offsets; bytes that are not UTF-8 show as U+FFFD.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The whole text.
  package var text: String { text(0..<bytes.count) }

  /// The length of the byte order mark at the start of the file: 3 or 0.
  package var byteOrderMarkLength: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private func contentStart(ofLine index: Int) -> Int {
    index == 0 ? byteOrderMarkLength : lineStarts[index]
  }

  private func lineIndex(containing offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The starts of the lines, which end at LF, CRLF or a lone CR, as in editors.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      starts.append(index)
    }
    return starts
  }
}
