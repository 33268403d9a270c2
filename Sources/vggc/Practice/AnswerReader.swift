#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines that somebody types, or that a pipe holds, until Ctrl-C.
struct AnswerReader {
  enum Event: Equatable {
    case line(String)
    case end
    case interrupted
  }

  /// What a shell gives for a program that Ctrl-C ended.
  static let interruptedStatus: Int32 = 128 + SIGINT

  /// An answer is no longer than this; the rest of a line is not kept.
  private static let lengthKept = 256

  private var buffer: [UInt8] = []
  private var position = 0

  /// From now on Ctrl-C ends a wait for a line, where before it ended the process.
  init() {
    var action = sigaction()
    let ignore: @convention(c) (Int32) -> Void = { _ in }
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = ignore
    #else
      action.__sigaction_u.__sa_handler = ignore
    #endif
    // Without SA_RESTART, so that reading ends.
    action.sa_flags = 0
    _ = sigaction(SIGINT, &action, nil)
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
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return errno == EINTR ? .interrupted : .end }
    buffer = Array(bytes.prefix(count))
    position = 0
    return count == 0 ? .end : nil
  }
}
