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
    guard let status = Platform.status(of: path) else {
      return try replace(path, permissions: nil, body)
    }
    switch status.kind {
    case .file:
      try replace(Platform.realPath(path) ?? path, permissions: status.permissions, body)
    case .folder: throw UnwritableFile(reason: "it is a folder")
    case .other: try writeThrough(path, body)
    }
  }

  private static func replace(
    _ path: String, permissions: UInt32?, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritableFile) {
    let file = try TemporaryFile(for: path)
    var failure = body(FileDescriptorWriter(descriptor: file.descriptor))
    let permissions = permissions ?? (0o666 & ~Platform.withheldPermissions)
    if failure == nil, !Platform.setPermissions(permissions, of: file.descriptor) {
      failure = systemError()
    }
    if failure == nil, !Platform.syncFile(file.descriptor) { failure = systemError() }
    if failure == nil { failure = file.replace(path) }
    if !Platform.closeFile(file.descriptor), failure == nil { failure = systemError() }
    guard let failure else { return }
    file.remove()
    throw UnwritableFile(reason: failure)
  }

  private static func writeThrough(
    _ path: String, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritableFile) {
    let descriptor = Platform.openForWriting(path)
    guard descriptor >= 0 else { throw UnwritableFile(reason: systemError()) }
    var failure = body(FileDescriptorWriter(descriptor: descriptor))
    if !Platform.closeFile(descriptor), failure == nil { failure = systemError() }
    if let failure { throw UnwritableFile(reason: failure) }
  }
}
