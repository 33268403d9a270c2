#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file cannot be written, in words that complete "cannot write out.swift: …".
package struct UnwritableFile: Error {
  package let reason: String
}

/// Writes files whole or not at all.
package enum AtomicFile {
  /// Writes `bytes` to `path`: into a temporary file beside it, synced, and renamed over what was
  /// there.
  ///
  /// A link is followed; a device or a pipe is written to directly, for it cannot be replaced. A
  /// file that was there keeps its permissions.
  ///
  /// - Throws: ``UnwritableFile``; what was at `path` is then untouched.
  package static func write(_ bytes: [UInt8], to path: String) throws(UnwritableFile) {
    try write(to: path) { writer in bytes.withUnsafeBytes { writer.write($0) } }
  }

  /// The same for content that is produced piece by piece; `body` returns why it failed, or nil.
  package static func write(
    to path: String, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritableFile) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return try replace(path, permissions: nil, body)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let target = realpath(path, nil)
      defer { free(target) }
      try replace(
        target.map { String(cString: $0) } ?? path, permissions: status.st_mode & 0o7777, body)
    case S_IFDIR:
      throw UnwritableFile(reason: "it is a folder")
    default:
      try writeThrough(path, body)
    }
  }

  private static func replace(
    _ path: String, permissions: mode_t?, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritableFile) {
    let file = try TemporaryFile(for: path)
    var failure = body(FileDescriptorWriter(descriptor: file.descriptor))
    if failure == nil, fchmod(file.descriptor, permissions ?? (0o666 & ~fileModeMask())) != 0 {
      failure = systemError()
    }
    if failure == nil, fsync(file.descriptor) != 0 { failure = systemError() }
    if failure == nil { failure = file.replace(path) }
    if close(file.descriptor) != 0, failure == nil { failure = systemError() }
    guard let failure else { return }
    file.remove()
    throw UnwritableFile(reason: failure)
  }

  private static func writeThrough(
    _ path: String, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritableFile) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnwritableFile(reason: systemError()) }
    var failure = body(FileDescriptorWriter(descriptor: descriptor))
    if close(descriptor) != 0, failure == nil { failure = systemError() }
    if let failure { throw UnwritableFile(reason: failure) }
  }
}
