/// Files that belong together: all are put in their places once all are written, or none if one cannot
/// be.
package final class FileGroup {
  private var files: [(path: String, file: PreparedFile)] = []
  private var folders: [String] = []
  /// Files that are written in another way.
  private var others: [String] = []

  private init() {}

  /// Puts the files that `body` adds in their places.
  ///
  /// If that fails, or `body` throws, new files are removed and the old files are unchanged, unless the
  /// last step, which needs no disk space, fails half way.
  ///
  /// - Throws: ``UnwritablePath``, or any error of `body`.
  package static func write(_ body: (FileGroup) throws -> Void) throws {
    // Each file stays open until all are written.
    Platform.raiseOpenFileLimit()
    HeldSignals.hold()
    defer { HeldSignals.release() }
    let group = FileGroup()
    do {
      try body(group)
      try group.commit()
    } catch {
      group.undo()
      throw error
    }
  }

  /// Writes a file, and creates the folders that it needs.
  package func add(_ bytes: [UInt8], to path: String) throws(UnwritablePath) {
    try add(to: path) { writer in bytes.withUnsafeBytes { writer.write($0) } }
  }

  /// The same for content that is produced piece by piece; `body` returns why it failed, or nil.
  package func add(
    to path: String, _ body: (FileDescriptorWriter) -> String?
  ) throws(UnwritablePath) {
    let folder = PathParts(path).folder
    do throws(UnwritablePath) {
      if folder != "." { folders += try makeFolders(folder) }
    } catch {
      throw UnwritablePath(path, error.reason)
    }
    do throws(UnwritableFile) {
      switch try WritingPlace(path) {
      case .file(let end, let status):
        let file = try PreparedFile(for: end, replacing: status, body)
        files.append((path, file))
      case .device, .open: try AtomicFile.write(to: path, body)
      }
    } catch {
      throw UnwritablePath(path, error.reason)
    }
  }

  /// Creates a folder, and its parents if they are missing.
  package func add(folder: String) throws(UnwritablePath) {
    folders += try makeFolders(folder)
  }

  /// On failure, removes the file at `path` with the others, if it does not exist yet; it is written in
  /// another way.
  package func include(_ path: String) {
    if FileKind(of: path) == nil { others.append(path) }
  }

  private func commit() throws(UnwritablePath) {
    for (index, (path, file)) in files.enumerated() {
      do throws(UnwritableFile) {
        try file.commit()
      } catch {
        for (_, done) in files[..<index] where done.isNew { done.takeBack() }
        throw UnwritablePath(path, error.reason)
      }
    }
    files = []
    folders = []
    others = []
  }

  private func undo() {
    for (_, file) in files { file.abandon() }
    for path in others { Platform.removeFile(path) }
    // Folders that contain something else stay.
    for folder in folders.reversed() { Platform.removeFolder(folder) }
  }
}
