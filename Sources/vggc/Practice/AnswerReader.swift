import VGGFiles

/// Lines that somebody types, or that a pipe holds, until Ctrl-C.
struct AnswerReader {
  enum Event: Equatable {
    case line(String)
    case end
    case interrupted
  }

  /// What a shell gives for a program that Ctrl-C ended.
  static let interruptedStatus: Int32 = 128 + Platform.interruptSignal

  /// An answer is no longer than this; the rest of a line is not kept.
  private static let lengthKept = 256

  private var buffer: [UInt8] = []
  private var position = 0

  /// From now on Ctrl-C ends a wait for a line, where before it ended the process.
  init() {
    Platform.handleByInterrupting(Platform.interruptSignal)
  }

  /// The next line, without its line feed; what stands after the last line feed is a line, too.
  mutating func next() -> Event {
    var line: [UInt8] = []
    var hasBytes = false
    while true {
      while position < buffer.count {
        let byte = buffer[position]
        position += 1
        if byte == UInt8(ascii: "\n") { return .line(String(decoding: line, as: UTF8.self)) }
        hasBytes = true
        if line.count < Self.lengthKept { line.append(byte) }
      }
      switch refill() {
      case .some(.interrupted): return .interrupted
      case .some: return hasBytes ? .line(String(decoding: line, as: UTF8.self)) : .end
      case nil: continue
      }
    }
  }

  /// Reads more bytes; tells what ended it, if something did.
  private mutating func refill() -> Event? {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes {
      Platform.readBytes(of: Platform.standardInput, into: $0)
    }
    if count < 0 { return Platform.wasInterrupted ? .interrupted : .end }
    buffer = Array(bytes.prefix(count))
    position = 0
    return count == 0 ? .end : nil
  }
}
