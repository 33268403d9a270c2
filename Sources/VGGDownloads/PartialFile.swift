import VGGFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw DownloadFailure(.unwritable, "cannot write \(path): \(systemError())")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw DownloadFailure(.unwritable, "another process is downloading \(path)")
    }
  }

  deinit { close(descriptor) }

  /// In bytes.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Adds bytes at the end, and returns the system's reason where that fails.
  func append(_ bytes: UnsafeRawBufferPointer) -> String? {
    FileDescriptorWriter(descriptor: descriptor).write(bytes)
  }

  func empty() throws(DownloadFailure) {
    guard ftruncate(descriptor, 0) == 0 else {
      throw DownloadFailure(.unwritable, "cannot write \(path): \(systemError())")
    }
  }

  func remove() { unlink(path) }

  /// Gives the file, which is whole, its name.
  func move(to destination: String) throws(DownloadFailure) {
    guard fsync(descriptor) == 0, rename(path, destination) == 0 else {
      throw DownloadFailure(.unwritable, "cannot write \(destination): \(systemError())")
    }
  }
}
