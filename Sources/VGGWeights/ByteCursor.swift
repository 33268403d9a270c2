/// Reads little-endian numbers and runs of bytes from a part of a file, and reports where it is too
/// short.
package struct ByteCursor {
  /// The whole file, so that positions are offsets in it.
  package let bytes: UnsafeRawBufferPointer
  /// The offset of the part's end.
  package let end: Int
  package private(set) var position: Int
  /// The name of the part in messages: `the pickle`.
  private let part: String
  package let file: String

  /// - Precondition: `range` is within `bytes`.
  package init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>, of part: String, file: String)
  {
    self.bytes = bytes
    self.part = part
    self.file = file
    position = range.lowerBound
    end = range.upperBound
  }

  /// A cursor over another part of the file.
  package func part(_ range: Range<Int>, _ name: String) -> ByteCursor {
    ByteCursor(bytes, in: range, of: name, file: file)
  }

  package func failure(_ reason: String, at offset: Int? = nil) -> WeightError {
    WeightError(.malformed, file: file, offset: offset ?? position, reason)
  }

  /// Skips `count` bytes, and returns their range.
  package mutating func run(_ count: Int) throws(WeightError) -> Range<Int> {
    guard count >= 0, count <= end - position else {
      throw failure(
        "\(part) needs \(count) more bytes here, but has \(end - position): it is cut short")
    }
    defer { position += count }
    return position..<position + count
  }

  /// Reads a number.
  package mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(WeightError) -> Number {
    let range = try run(MemoryLayout<Number>.size)
    return Number(
      littleEndian: bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: Number.self))
  }

  /// Reads a number of `type`, which counts bytes.
  package mutating func count<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(WeightError) -> Int {
    let start = position
    let value = try number(type)
    guard let count = Int(exactly: value), count >= 0 else {
      throw failure("\(value) is not a valid number of bytes", at: start)
    }
    return count
  }

  /// Reads text of `count` bytes.
  package mutating func text(_ count: Int) throws(WeightError) -> String {
    let range = try run(count)
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw failure("the text is not valid UTF-8", at: range.lowerBound)
    }
    return text
  }

  /// Reads text and the line feed that ends it.
  package mutating func line() throws(WeightError) -> String {
    let start = position
    guard let length = bytes[position..<end].firstIndex(of: UInt8(ascii: "\n")) else {
      throw failure("the line is unterminated", at: start)
    }
    let text = try text(length - start)
    position += 1
    return text
  }
}
