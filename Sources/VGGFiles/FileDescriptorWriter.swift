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
