import VGGFiles

/// The received part of a file, stored next to the file's place: kept when a download breaks off,
/// and resumed by the next.
///
/// It is an ordinary file, never a link to another. One process at a time locks it.
final class PartialFile {
  let path: String
  private let descriptor: Int32

  /// Opens the file at `path`, or creates an empty one.
  ///
  /// - Throws: ``DownloadFailure`` if it cannot be written, or another process has locked it.
  init(path: String) throws(DownloadFailure) {
    self.path = path
    descriptor = Platform.openForResuming(path)
    guard descriptor >= 0 else {
      throw DownloadFailure(
        .unwritable,
        Platform.isUnusualFile(Platform.errorNumber)
          ? .irregularFile(path) : .unwritable(path, reason: systemError()))
    }
    guard Platform.status(of: descriptor)?.kind == .file else {
      Platform.closeFile(descriptor)
      throw DownloadFailure(.unwritable, .irregularFile(path))
    }
    guard Platform.lockFilePatiently(descriptor) else {
      Platform.closeFile(descriptor)
      throw DownloadFailure(.unwritable, .inUse(path))
    }
  }

  deinit { Platform.closeFile(descriptor) }

  /// The size in bytes.
  var size: Int { Platform.status(of: descriptor)?.size ?? 0 }

  /// Appends bytes, and returns the system's reason if that fails.
  func append(_ bytes: UnsafeRawBufferPointer) -> String? {
    FileDescriptorWriter(descriptor: descriptor).write(bytes)
  }

  func empty() throws(DownloadFailure) {
    guard Platform.emptyFile(descriptor) else {
      throw DownloadFailure(.unwritable, .unwritable(path, reason: systemError()))
    }
  }

  /// The SHA-256 of the bytes so far, in hexadecimal digits.
  func digest() throws(DownloadFailure) -> String {
    try fileDigest(path, openAs: descriptor)
  }

  func remove() { Platform.removeFile(path) }

  /// Renames the complete file to its final name.
  ///
  /// - Throws: ``DownloadFailure`` if that fails, or another file has taken its place.
  func move(to destination: String) throws(DownloadFailure) {
    guard
      Platform.status(of: descriptor).map({ FileIdentity($0) })
        == FileIdentity(of: path, followingLinks: false)
    else {
      throw DownloadFailure(.unwritable, .replaced(path))
    }
    guard Platform.syncFile(descriptor), Platform.renameFile(path, to: destination) else {
      throw DownloadFailure(.unwritable, .unwritable(destination, reason: systemError()))
    }
  }
}
