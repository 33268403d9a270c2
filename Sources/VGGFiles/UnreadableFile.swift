/// The reason why a file cannot be read, in words that complete "cannot read labels.txt: …".
package struct UnreadableFile: Error, Hashable, Sendable {
  /// The causes, from which a phrasebook makes its words.
  package enum Cause: Hashable, Sendable {
    /// The system's reason, or a caller's.
    case described(String)
    /// The file has more bytes than its reader allows.
    case tooLarge(limit: Int)
    case shortage(MemoryShortage)
    /// A pipe or a device, where a file is needed.
    case irregular
    /// A file that the configuration did not name when the playground started.
    case notNamedAtStart
    /// A log whose line has impossible numbers.
    ///
    /// - Parameter fault: The impossible number, in English.
    case damagedLine(Int, of: String, fault: String)
  }

  package let cause: Cause

  package init(_ cause: Cause) {
    self.cause = cause
  }

  package init(reason: String) {
    cause = .described(reason)
  }

  /// The cause in English.
  package var reason: String { cause.reason }
}

extension UnreadableFile.Cause {
  /// The cause in English.
  package var reason: String {
    switch self {
    case .described(let reason): reason
    case .tooLarge(let limit):
      "it is larger than " + (limit < 1 << 20 ? "\(limit) bytes" : "\(limit >> 20) MiB")
    case .shortage(let shortage):
      "it needs \(shortage.needed) MiB of memory, but \(shortage.reason)"
    case .irregular: "it is not a regular file"
    case .notNamedAtStart:
      "the playground reads only files that the configuration named when it started"
    case .damagedLine(let line, let path, let fault): "line \(line) of \(path) is damaged: \(fault)"
    }
  }
}
