/// Files that belong together: each is put in its place once all are written, or none where one cannot
/// be.
package final class FileGroup {
  private var files: [(path: String, file: PreparedFile)] = []
  private var folders: [String] = []
  /// Files that are made in another way.
  private var others: [String] = []

  private init() {}

  /// Puts the files that `body` adds in their places.
  ///
  /// Where that fails, or `body` throws, what was made is removed, and files that were there are as they
  /// were, unless the last step, which needs no space on the disk, fails half way.
  ///
  /// - Throws: ``UnwritablePath``, or what `body` throws.
  package static func write(_ body: (FileGroup) throws -> Void) throws {
    // Each file is open until all are written.
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

  /// Writes a file, and makes the folders that it needs.
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

  /// Makes a folder, and those above it, where they are not there.
  package func add(folder: String) throws(UnwritablePath) {
    folders += try makeFolders(folder)
  }

  /// Has the file at `path` removed with the others, if it is not there yet: it is written in another
  /// way.
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
    // Those that hold something else stay.
    for folder in folders.reversed() { Platform.removeFolder(folder) }
  }
}
