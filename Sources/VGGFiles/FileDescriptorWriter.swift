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

  /// Writes all of `bytes`, and returns the system's reason where that fails.
  package func write(_ bytes: UnsafeRawBufferPointer) -> String? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Platform.writeBytes(part, to: descriptor)
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
