/// Writes complete texts to an open file, a pipe or a terminal.
package struct FileDescriptorWriter: Sendable {
  private let descriptor: Int32

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes all of `text`, and returns the system's reason if that fails.
  package func write(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes all of `bytes`, and returns the reason if that fails: the system's, or that a signal to end the
  /// process has arrived.
  package func write(_ bytes: UnsafeRawBufferPointer) -> String? {
    writeAll(bytes) { part, _ in Platform.writeBytes(part, to: descriptor) }
  }

  /// Overwrites the bytes at `offset` with all of `bytes`, and returns the system's reason if that fails, for
  /// example on a pipe.
  package func overwrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> String? {
    writeAll(bytes) { part, done in
      Platform.writeBytes(part, to: descriptor, at: offset + done)
    }
  }

  /// - Parameter write: writes the beginning of the remaining bytes, given the number already written; returns the
  ///   number of bytes written, or -1.
  private func writeAll(
    _ bytes: UnsafeRawBufferPointer, _ write: (UnsafeRawBufferPointer, Int) -> Int
  ) -> String? {
    var rest = bytes[...]
    while !rest.isEmpty {
      if HeldSignals.hasCome { return WritingObstacle.interruption.rawValue }
      let count = write(UnsafeRawBufferPointer(rebasing: rest), rest.startIndex)
      if count < 0 {
        if Platform.wasInterrupted { continue }
        return systemError()
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Lets the system copy bytes from another open file without passing them through this process, and returns the
  /// number copied: fewer, or 0, if it cannot, for example to a pipe.
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

  /// Starts writing the last `count` bytes of a file to the disk, so that the final sync, which a large file needs
  /// before it is moved into place, takes less time.
  package func startWriteback(ofLast count: Int) {
    Platform.startWriteback(ofLast: count, to: descriptor)
  }
}
