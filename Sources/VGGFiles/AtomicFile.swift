/// The reason why a file cannot be written, in words that complete "cannot write out.swift: …".
package struct UnwritableFile: Error {
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}

/// Writes files completely or not at all.
package enum AtomicFile {
  /// Writes `bytes` to `path`: to a temporary file, which is synced and then replaces the old file.
  ///
  /// Links are followed, even to a missing target; a device, a pipe or a file that the process has open is written to
  /// directly. An existing file keeps its owner and permissions, and is not replaced if it is not writable.
  ///
  /// - Throws: ``UnwritableFile``; the old file at `path` is then untouched.
  package static func write(_ bytes: [UInt8], to path: String) throws(UnwritableFile) {
    try write(to: path) { writer in bytes.withUnsafeBytes { writer.write($0) } }
  }

  /// The same for content that is produced piece by piece; `body` returns why it failed, or nil.
  package static func write(
    to path: String, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritableFile) {
    switch try WritingPlace(path) {
    case .file(let path, let status):
      try PreparedFile(for: path, replacing: status, body).commit()
    case .device(let path): try writeThrough(path, body)
    case .open(let descriptor):
      if let failure = body(FileDescriptorWriter(descriptor: descriptor)) {
        throw UnwritableFile(reason: failure)
      }
    }
  }

  /// Whether writing to `path` creates a separate file, rather than continuing an open one or writing to a device.
  package static func makesFile(at path: String) -> Bool {
    if case .file = try? WritingPlace(path) { true } else { false }
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
