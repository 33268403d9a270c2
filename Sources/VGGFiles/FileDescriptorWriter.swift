/// Writes whole texts to an open file, a pipe or a terminal.
package struct FileDescriptorWriter: Sendable {
  private let descriptor: Int32

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes all of `text`, and returns the system's reason where that fails.
  package func write(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes all of `bytes`, and returns the reason where that fails: the system's, or that a signal has
  /// come to end the process.
  package func write(_ bytes: UnsafeRawBufferPointer) -> String? {
    writeAll(bytes) { part, _ in Platform.writeBytes(part, to: descriptor) }
  }

  /// Writes all of `bytes` over what was written at `offset`, and returns the system's reason where that fails, as
  /// with a pipe.
  package func overwrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> String? {
    writeAll(bytes) { part, done in
      Platform.writeBytes(part, to: descriptor, at: offset + done)
    }
  }

  /// - Parameter write: writes the first of some bytes, of which others are done, and returns how many, or -1.
  private func writeAll(
    _ bytes: UnsafeRawBufferPointer, _ write: (UnsafeRawBufferPointer, Int) -> Int
  ) -> String? {
    var rest = bytes[...]
    while !rest.isEmpty {
      if HeldSignals.hasCome { return "it was interrupted" }
      let count = write(UnsafeRawBufferPointer(rebasing: rest), rest.startIndex)
      if count < 0 {
        if Platform.wasInterrupted { continue }
        return systemError()
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Lets the system copy bytes of another open file, which does not pass them through this process,
  /// and returns how many it copied: fewer, or none, where it cannot, as to a pipe.
  package func copy(_ range: Range<Int>, of source: Int32) -> Int {
    var rest = range
    while !rest.isEmpty {
      let count = Platform.copyBytes(rest, of: source, to: descriptor)
      if count < 0, Platform.wasInterrupted { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    return range.count - rest.count
  }

  /// Lets the system begin to bring the last `count` bytes of a file to the disk, so that a sync at
  /// the end, which a large file that is put in place whole needs, has less to wait for.
  package func startWriteback(ofLast count: Int) {
    Platform.startWriteback(ofLast: count, to: descriptor)
  }
}
