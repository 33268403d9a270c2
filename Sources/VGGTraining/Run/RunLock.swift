import VGGFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lock on a run's folder, which one process has at a time.
///
/// The system releases it when the process ends, however it ends. The file `.lock`, which names the owner, stays.
package final class RunLock {
  package let folder: RunFolder
  private let descriptor: Int32

  /// Makes the folder if it does not exist, and locks it for this process.
  ///
  /// - Throws: ``RunInUse`` if another process has it, ``UnwritableRun``.
  package init(_ folder: RunFolder) throws {
    try folder.make()
    self.folder = folder
    descriptor = Platform.openForAppending(folder.lock)
    guard descriptor >= 0 else { throw UnwritableRun(folder.lock, systemError()) }
    do {
      try Self.take(descriptor, folder)
    } catch {
      Platform.closeFile(descriptor)
      throw error
    }
  }

  private static func take(_ descriptor: Int32, _ folder: RunFolder) throws {
    guard Platform.lockFilePatiently(descriptor) else {
      guard Platform.isLockedByAnother else {
        throw UnwritableRun(folder.lock, systemError())
      }
      let holder = try? BoundedFileReader(limit: 256).read(folder.lock)
      throw RunInUse(
        folder: folder,
        holder: holder.map {
          String(decoding: $0.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
          ?? "")
    }
    let name = "process \(ProcessInfo.processInfo.processIdentifier)\n"
    guard Platform.emptyFile(descriptor) else { throw UnwritableRun(folder.lock, systemError()) }
    if let reason = FileDescriptorWriter(descriptor: descriptor).write(name) {
      throw UnwritableRun(folder.lock, reason)
    }
  }

  deinit { Platform.closeFile(descriptor) }
}

/// A run's folder that another process writes into.
package struct RunInUse: Error, Hashable, Sendable, CustomStringConvertible {
  package let folder: RunFolder
  /// The other process: `process 4711`; empty if the file does not name it.
  package let holder: String

  package var description: String {
    "\(holder.isEmpty ? "another process" : holder) is training in \(folder.path); "
      + "wait until it ends, or choose another folder"
  }
}
