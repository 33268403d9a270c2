/// Extracts messages from a byte stream: header lines, a blank line, and the number of bytes in
/// `Content-Length`.
package struct MessageFramer: Sendable {
  package enum Piece: Equatable, Sendable {
    case message([UInt8])
    /// A description of skipped bytes that are not a valid message.
    case fault(String)
    /// A header after which nobody knows where the next message begins; no pieces follow.
    case broken(BrokenHeader)
  }

  /// The maximum size of a message: a file of the largest size, each byte of which may be escaped in six
  /// bytes.
  package static let largestMessage = 96 << 20
  /// The largest length that can be a client's message; the server would wait for the end of a longer one forever.
  package static let largestLength = 1 << 30
  /// The maximum length of a header line.
  private static let longestLine = 1 << 13

  private enum State {
    case header(length: Int?)
    case body(length: Int)
    /// Skipping a message that is too long.
    case passing(remaining: Int)
    case broken
  }

  private var state = State.header(length: nil)
  private var buffer: [UInt8] = []
  private var start = 0

  package init() {}

  /// The messages that end within `bytes`, which continue the bytes of earlier calls.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> [Piece] {
    buffer += bytes
    var pieces: [Piece] = []
    while true {
      switch next() {
      case .found(let piece): pieces.append(piece)
      case .went: continue
      case .needsMore:
        buffer.removeSubrange(..<start)
        start = 0
        return pieces
      }
    }
  }

  private enum Step {
    case found(Piece)
    case went
    case needsMore
  }

  private mutating func next() -> Step {
    switch state {
    case .header(let length):
      guard let line = nextLine() else { return unendedLine() }
      return read(headerLine: line, length).map(Step.found) ?? .went
    case .body(let length):
      guard buffer.count - start >= length else { return .needsMore }
      defer {
        start += length
        state = .header(length: nil)
      }
      return .found(.message(Array(buffer[start..<start + length])))
    case .passing(let remaining):
      let passed = min(remaining, buffer.count - start)
      start += passed
      state = passed == remaining ? .header(length: nil) : .passing(remaining: remaining - passed)
      return passed == 0 ? .needsMore : .went
    case .broken:
      start = buffer.count
      return .needsMore
    }
  }

  private mutating func read(headerLine line: ArraySlice<UInt8>, _ length: Int?) -> Piece? {
    guard line.isEmpty else {
      do throws(BrokenHeader) {
        state = .header(length: try Self.contentLength(in: line) ?? length)
        return nil
      } catch {
        state = .broken
        return .broken(error)
      }
    }
    guard let length else { return .fault("the message header has no Content-Length") }
    guard length <= Self.largestMessage else {
      state = .passing(remaining: length)
      return .fault(
        "the message has \(length) bytes, over the limit of \(Self.largestMessage)")
    }
    state = .body(length: length)
    return nil
  }

  /// The next line without its line break, which is also consumed.
  private mutating func nextLine() -> ArraySlice<UInt8>? {
    guard let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { start = end + 1 }
    let line = buffer[start..<end]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  /// Discards an overlong header line except its last bytes, where another message may have begun.
  private mutating func unendedLine() -> Step {
    guard buffer.count - start > Self.longestLine else { return .needsMore }
    start = buffer.count - 64
    return .found(.fault("a header line is longer than \(Self.longestLine) bytes"))
  }

  /// The number after `Content-Length:`, which may directly follow the end of a message with the wrong
  /// length.
  private static func contentLength(in line: ArraySlice<UInt8>) throws(BrokenHeader) -> Int? {
    let name = Array("content-length:".utf8)
    let lowercased = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard lowercased.count >= name.count else { return nil }
    for offset in stride(from: lowercased.count - name.count, through: 0, by: -1)
    where lowercased[offset...].starts(with: name) {
      let value = line.dropFirst(offset + name.count).filter { $0 != 0x20 && $0 != 0x09 }
      let text = String(decoding: value, as: UTF8.self)
      guard !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw .noLength(text)
      }
      guard let length = Int(text), length <= largestLength else { throw .tooLarge(text) }
      return length
    }
    return nil
  }

  /// A message with its header.
  package static func framed(_ message: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
  }
}
