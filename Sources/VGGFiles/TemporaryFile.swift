/// A file that is being written, to be put in its place once it is complete.
///
/// If the system supports it, the file has no name until then, so that nothing is left of it when the
/// process is stopped; otherwise it has a temporary name next to its place.
final class TemporaryFile {
  /// Open for reading and writing.
  let descriptor: Int32
  private let parts: PathParts
  private let folder: Int32
  private let names: TemporaryName
  /// The temporary name, while there is one.
  private var name: String?

  /// A file in the folder of `path`, its final place.
  init(for path: String) throws(UnwritableFile) {
    parts = PathParts(path)
    guard !parts.name.isEmpty else {
      throw UnwritableFile(reason: WritingObstacle.endingSlash.rawValue)
    }
    folder = Platform.openFolder(parts.folder)
    guard folder >= 0 else { throw UnwritableFile(reason: systemError()) }
    names = TemporaryName(for: parts.name, longest: Platform.longestName(in: folder))
    let unnamed = Platform.createUnnamedFile(in: folder)
    if unnamed >= 0 {
      // For the moment in which it has a temporary name.
      _ = Platform.lockFile(unnamed)
      descriptor = unnamed
      return
    }
    HeldSignals.hold()
    do throws(UnwritableFile) {
      Leftovers.remove(from: parts.folder, names)
      (descriptor, name) = try Self.createNamed(names, in: folder)
    } catch {
      Platform.closeFile(folder)
      HeldSignals.release()
      throw error
    }
  }

  private static func createNamed(
    _ names: TemporaryName, in folder: Int32
  ) throws(UnwritableFile) -> (Int32, String?) {
    for _ in 0..<100 {
      let name = names.random()
      let descriptor = Platform.createFile(name, in: folder)
      if descriptor < 0, Platform.alreadyExists { continue }
      guard descriptor >= 0 else { break }
      // Another process may have taken it for a leftover before it was locked.
      let isLocked = Platform.lockFile(descriptor) || !Platform.isLockedByAnother
      if isLocked, Platform.status(of: descriptor)?.links == 1 { return (descriptor, name) }
      Platform.closeFile(descriptor)
    }
    throw UnwritableFile(reason: systemError())
  }

  deinit {
    Platform.closeFile(folder)
  }

  /// Puts the file in its place, which must be empty unless `replaces`; returns why that failed, or nil.
  func putInPlace(replaces: Bool) -> String? {
    if name == nil {
      if !replaces, Platform.linkUnnamedFile(descriptor, as: parts.name, in: folder) { return nil }
      guard replaces || Platform.alreadyExists else { return systemError() }
      HeldSignals.hold()
      Leftovers.remove(from: parts.folder, names)
      let temporary = names.random()
      guard Platform.linkUnnamedFile(descriptor, as: temporary, in: folder) else {
        let reason = systemError()
        HeldSignals.release()
        return reason
      }
      name = temporary
    }
    guard let name, Platform.renameFile(name, to: parts.name, in: folder) else {
      return systemError()
    }
    self.name = nil
    HeldSignals.release()
    return nil
  }

  /// Closes the file, and removes it if it has a temporary name; returns why closing failed, or nil.
  @discardableResult
  func close() -> String? {
    let reason = Platform.closeFile(descriptor) ? nil : systemError()
    if let name {
      Platform.removeFile(name, in: folder)
      self.name = nil
      HeldSignals.release()
    }
    return reason
  }
}
