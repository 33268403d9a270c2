#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is being written, to take the place of another once it is whole.
///
/// Where the system can, it has no name until then, so that nothing is left of it when the process
/// is stopped on the way; elsewhere it has a temporary one beside the other.
struct TemporaryFile: ~Copyable {
  let descriptor: Int32
  private let name: String
  private let isNamed: Bool

  /// A file open for writing, in the folder of `path`.
  init(for path: String) throws(UnwritableFile) {
    let unnamed = Self.openUnnamed(inFolderOf: path)
    if unnamed >= 0 {
      descriptor = unnamed
      name = "\(path).\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
      isNamed = false
      return
    }
    (descriptor, name) = temporarySibling(of: path) { mkstemp($0) }
    guard descriptor >= 0 else { throw UnwritableFile(reason: systemError()) }
    isNamed = true
  }

  /// Puts the file in the place of what is at `path`; returns why that failed, or nil.
  func replace(_ path: String) -> String? {
    #if os(Linux)
      if !isNamed,
        linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) != 0
      {
        return systemError()
      }
    #endif
    return rename(name, path) == 0 ? nil : systemError()
  }

  /// Removes what has a name.
  func remove() { unlink(name) }

  /// A descriptor of a file without a name, or -1 where the file system has none.
  private static func openUnnamed(inFolderOf path: String) -> Int32 {
    #if os(Linux)
      guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      // O_TMPFILE, which is a macro too much for Swift.
      return open(folder, O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20000000, 0o600)
    #else
      return -1
    #endif
  }
}
