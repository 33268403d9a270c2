import VGGFiles

/// What has arrived of a file, beside where the file is to be: kept when a download breaks off, and
/// gone on with by the next.
///
/// It is an ordinary file, never a link to another. One process at a time holds it.
final class PartialFile {
  let path: String
  private let descriptor: Int32

  /// Opens the file at `path`, or makes an empty one.
  ///
  /// - Throws: ``DownloadFailure`` where it cannot be written, or another process holds it.
  init(path: String) throws(DownloadFailure) {
    self.path = path
    descriptor = Platform.openForResuming(path)
    guard descriptor >= 0 else {
      throw DownloadFailure(
        .unwritable,
        "cannot write \(path): "
          + (Platform.isUnusualFile(Platform.errorNumber) ? Self.unusual : systemError()))
    }
    guard Platform.status(of: descriptor)?.kind == .file else {
      Platform.closeFile(descriptor)
      throw DownloadFailure(.unwritable, "cannot write \(path): \(Self.unusual)")
    }
    guard Platform.lockFilePatiently(descriptor) else {
      Platform.closeFile(descriptor)
      throw DownloadFailure(.unwritable, "another process is downloading \(path)")
    }
  }

  private static let unusual = "it is no ordinary file; remove it"

  deinit { Platform.closeFile(descriptor) }

  /// In bytes.
  var size: Int { Platform.status(of: descriptor)?.size ?? 0 }

  /// Adds bytes at the end, and returns the system's reason where that fails.
  func append(_ bytes: UnsafeRawBufferPointer) -> String? {
    FileDescriptorWriter(descriptor: descriptor).write(bytes)
  }

  func empty() throws(DownloadFailure) {
    guard Platform.emptyFile(descriptor) else {
      throw DownloadFailure(.unwritable, "cannot write \(path): \(systemError())")
    }
  }

  /// The SHA-256 of what is there, in hexadecimal digits.
  func digest() throws(DownloadFailure) -> String {
    try fileDigest(path, openAs: descriptor)
  }

  func remove() { Platform.removeFile(path) }

  /// Gives the file, which is whole, its name.
  ///
  /// - Throws: ``DownloadFailure`` where that fails, or another file has taken its place.
  func move(to destination: String) throws(DownloadFailure) {
    guard
      Platform.status(of: descriptor).map({ FileIdentity($0) })
        == FileIdentity(of: path, followingLinks: false)
    else {
      throw DownloadFailure(.unwritable, "\(path) was replaced while it was downloaded")
    }
    guard Platform.syncFile(descriptor), Platform.renameFile(path, to: destination) else {
      throw DownloadFailure(.unwritable, "cannot write \(destination): \(systemError())")
    }
  }
}
