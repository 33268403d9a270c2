/// The reason why a file cannot be read, in words that complete "cannot read labels.txt: …".
package struct UnreadableFile: Error, Hashable, Sendable {
  /// The causes, from which a phrasebook makes its words.
  package enum Cause: Hashable, Sendable {
    /// The system's reason, or a caller's.
    case described(String)
    /// The file has more bytes than its reader allows.
    case tooLarge(limit: Int)
    case shortage(MemoryShortage)
  }

  package let cause: Cause

  package init(_ cause: Cause) {
    self.cause = cause
  }

  package init(reason: String) {
    cause = .described(reason)
  }

  /// The cause in English.
  package var reason: String {
    switch cause {
    case .described(let reason): reason
    case .tooLarge(let limit):
      "it is larger than " + (limit < 1 << 20 ? "\(limit) bytes" : "\(limit >> 20) MiB")
    case .shortage(let shortage):
      "it needs \(shortage.needed) MiB of memory, but \(shortage.reason)"
    }
  }
}
