import VGGFiles

/// Lines typed by a user or read from a pipe, until Ctrl-C.
struct AnswerReader {
  enum Event: Equatable {
    case line(String)
    case end
    case interrupted
  }

  /// The exit status that a shell reports for a program ended by Ctrl-C.
  static let interruptedStatus: Int32 = 128 + Platform.interruptSignal

  /// The longest answer that is kept; the rest of a line is dropped.
  private static let lengthKept = 256

  private var buffer: [UInt8] = []
  private var position = 0

  /// From now on, Ctrl-C ends the present or next wait for a line instead of the process.
  init() {
    Platform.handleByInterrupting(Platform.interruptSignal)
    Platform.block([Platform.interruptSignal])
  }

  /// The next line, without its line feed; text after the last line feed also counts as a line.
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

  /// Reads more bytes; returns the event that ended reading, if any.
  private mutating func refill() -> Event? {
    guard Platform.waitForStandardInput(orSignal: Platform.interruptSignal) else {
      return .interrupted
    }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes {
      Platform.readBytes(of: Platform.standardInput, into: $0)
    }
    if count < 0 { return .end }
    buffer = Array(bytes.prefix(count))
    position = 0
    return count == 0 ? .end : nil
  }
}
