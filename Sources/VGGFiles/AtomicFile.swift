/// Why a file cannot be written, in words that complete "cannot write out.swift: …".
package struct UnwritableFile: Error {
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}

/// Writes files whole or not at all.
package enum AtomicFile {
  /// Writes `bytes` to `path`: into a temporary file, synced, and put in the place of what was there.
  ///
  /// Links are followed, also where nothing is at their end; a device, a pipe or a file that the
  /// process has open is written to as it is. A file that was there keeps its owner and permissions,
  /// and is not replaced where it could not be written.
  ///
  /// - Throws: ``UnwritableFile``; what was at `path` is then untouched.
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

  /// Whether what is written to `path` is a new file of its own, not the continuation of one that is open, nor a device.
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
