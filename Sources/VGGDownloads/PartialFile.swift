import VGGFiles

/// What has arrived of a file, beside where the file is to be: kept when a download breaks off, and
/// gone on with by the next.
///
/// One process at a time holds it.
final class PartialFile {
  let path: String
  private let descriptor: Int32

  /// Opens the file at `path`, or makes an empty one.
  ///
  /// - Throws: ``DownloadFailure`` where it cannot be written, or another process holds it.
  init(path: String) throws(DownloadFailure) {
    self.path = path
    descriptor = Platform.openForAppending(path)
    guard descriptor >= 0 else {
      throw DownloadFailure(.unwritable, "cannot write \(path): \(systemError())")
    }
    guard Platform.lockFile(descriptor) else {
      Platform.closeFile(descriptor)
      throw DownloadFailure(.unwritable, "another process is downloading \(path)")
    }
  }

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

  func remove() { Platform.removeFile(path) }

  /// Gives the file, which is whole, its name.
  func move(to destination: String) throws(DownloadFailure) {
    guard Platform.syncFile(descriptor), Platform.renameFile(path, to: destination) else {
      throw DownloadFailure(.unwritable, "cannot write \(destination): \(systemError())")
    }
  }
}
