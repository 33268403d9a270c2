#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells one state of a file from another without reading it.
package struct FileVersion: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// When the content changed last, in nanoseconds since 1970; tools that copy files may set it.
  package let modified: Int
  /// When the file changed last in any way, which nobody can set.
  package let changed: Int
  /// The file's number in its file system.
  package let number: Int

  package init(size: Int, modified: Int, changed: Int, number: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
  }

  /// That of an open file; `nil` where the system does not say.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      size: Int(status.st_size), modified: nanoseconds(modified), changed: nanoseconds(changed),
      number: Int(truncatingIfNeeded: status.st_ino))
  }
}

private func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}
