/// A folder that is filled under a temporary name, and gets its own once it is complete.
package final class ScratchFolder {
  /// The folder's path as the caller named it.
  private let path: String
  /// The folder under its temporary name.
  private let scratch: String
  /// An existing empty folder into which everything is moved; `nil` if the folder is renamed.
  private let emptyFolder: String?
  private let target: String
  /// The descriptor whose lock shows that the folder is not a leftover.
  private let lock: Int32
  private var folders: Set<[UInt8]> = []

  /// Creates the folder at `path`, with the content that `fill` writes into it.
  ///
  /// If that fails, nothing is left of it. A killed process leaves a folder with a name such as
  /// `.NAME.vggc-x1y2z3`, which the next call for the same path removes.
  ///
  /// - Throws: ``UnwritablePath`` if the folder exists and is not empty, or cannot be written; any error of
  ///   `fill`.
  package static func make(
    at path: String, _ fill: (ScratchFolder) throws -> Void
  ) throws {
    HeldSignals.hold()
    defer { HeldSignals.release() }
    let folder = try ScratchFolder(path)
    defer { Platform.closeFile(folder.lock) }
    do {
      try fill(folder)
      try folder.putInPlace()
    } catch {
      removeTree(folder.scratch)
      throw error
    }
  }

  private init(_ path: String) throws(UnwritablePath) {
    do throws(UnwritableFile) {
      target = try followLinks(PathParts.withoutEndingSlashes(path))
    } catch {
      throw UnwritablePath(path, error.reason)
    }
    self.path = path
    let parts = PathParts(target)
    let kind = FileKind(of: target)
    let parent =
      kind == nil ? parts.folder : target.utf8.last == UInt8(ascii: "/") ? target : target + "/"
    let isPlain = !["", ".", ".."].contains(parts.name)
    let names = TemporaryName(
      for: isPlain ? parts.name : "new", longest: Self.longestName(in: parent))
    Leftovers.remove(from: parent, names)
    emptyFolder = kind == nil ? nil : parent
    if kind != nil, kind != .folder || Platform.storedNames(in: target)?.count != 2 {
      throw UnwritablePath(path, WritingObstacle.exists.rawValue)
    }
    (scratch, lock) = try Self.makeFolder(names, in: parent == "." ? "" : parent, for: path)
  }

  private static func makeFolder(
    _ names: TemporaryName, in parent: String, for path: String
  ) throws(UnwritablePath) -> (String, Int32) {
    for _ in 0..<100 {
      let scratch = parent + names.random()
      guard Platform.makeFolder(scratch) else {
        if Platform.alreadyExists { continue }
        throw UnwritablePath(path, systemError())
      }
      let lock = Platform.openForReading(scratch)
      // Another process may have taken it for a leftover before it was locked.
      let isLocked = lock >= 0 && (Platform.lockFile(lock) || !Platform.isLockedByAnother)
      if isLocked, FileKind(of: scratch) == .folder { return (scratch, lock) }
      if lock >= 0 { Platform.closeFile(lock) }
      Platform.removeFolder(scratch)
    }
    throw UnwritablePath(path, systemError())
  }

  private static func longestName(in folder: String) -> Int {
    let descriptor = Platform.openFolder(folder)
    defer { if descriptor >= 0 { Platform.closeFile(descriptor) } }
    return Platform.longestName(in: descriptor)
  }

  /// Writes a file into the folder; `name` may contain folders.
  package func write(_ bytes: [UInt8], to name: String) throws(UnwritablePath) {
    let file = "\(scratch)/\(name)"
    try makeFolders(of: name)
    let descriptor = Platform.createFile(file)
    guard descriptor >= 0 else { throw failure(name) }
    var reason = bytes.withUnsafeBytes { FileDescriptorWriter(descriptor: descriptor).write($0) }
    if !Platform.closeFile(descriptor), reason == nil { reason = systemError() }
    if let reason { throw UnwritablePath("\(path)/\(name)", reason) }
  }

  private func makeFolders(of name: String) throws(UnwritablePath) {
    var folder = scratch
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard folders.insert(Array(folder.utf8)).inserted else { continue }
      guard Platform.makeFolder(folder) else { throw failure(name) }
    }
  }

  private func putInPlace() throws(UnwritablePath) {
    guard let emptyFolder else {
      guard Platform.renameFile(scratch, to: target) else { throw failure("") }
      return
    }
    var moved: [String] = []
    for stored in Platform.storedNames(in: scratch) ?? [] {
      let name = PathText.text(of: stored)
      guard name != ".", name != ".." else { continue }
      guard Platform.renameFile("\(scratch)/\(name)", to: emptyFolder + name) else {
        let failure = failure(name)
        for path in moved { removeTree(path) }
        throw failure
      }
      moved.append(emptyFolder + name)
    }
    Platform.removeFolder(scratch)
  }

  private func failure(_ name: String) -> UnwritablePath {
    UnwritablePath(name.isEmpty ? path : "\(path)/\(name)", systemError())
  }
}
