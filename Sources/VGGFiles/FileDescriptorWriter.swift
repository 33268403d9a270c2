#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
      #else
        let count = Darwin.write(descriptor, part.baseAddress, part.count)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        return systemError()
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Lets the system copy bytes of another open file, which does not pass them through this process,
  /// and returns how many it copied: fewer, or none, where it cannot, as to a pipe.
  package func copy(_ range: Range<Int>, of source: Int32) -> Int {
    var copied = 0
    #if canImport(Glibc)
      while copied < range.count {
        var offset = range.lowerBound + copied
        let count = sendfile(descriptor, source, &offset, range.count - copied)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        copied += count
      }
    #endif
    return copied
  }

  /// Lets the system begin to bring the last `count` bytes of a file to the disk, so that a sync at
  /// the end, which a large file that is put in place whole needs, has less to wait for.
  package func startWriteback(ofLast count: Int) {
    #if canImport(Glibc)
      let end = lseek(descriptor, 0, SEEK_CUR)
      // Linux starts to write dirty pages on this advice; a pipe has no place, and needs none.
      if end >= count { posix_fadvise(descriptor, end - count, count, POSIX_FADV_DONTNEED) }
    #endif
  }
}
