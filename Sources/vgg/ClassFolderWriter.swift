import ArgumentParser
import VGGCommandLine
import VGGFiles

/// Fills a folder under another name, and gives it its own once everything is in it.
final class ClassFolderWriter {
  /// Why something could not be written.
  struct Failure: Error {
    let path: String
    let reason: String
  }

  private let target: String
  private let scratch: String
  private var folders: Set<String> = []
  private var files: [String] = []
  private var isFinished = false

  /// - Throws: The exit status, after saying why, where the folder holds something already or cannot
  ///   be made.
  init(_ path: String) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    target = path
    if let kind = FileKind(of: path) {
      guard kind == .folder, let names = try? FolderNames(of: path), names.names.isEmpty else {
        throw Output.reportUnwritable(
          path, "it is there already; name another folder, or remove it")
      }
    }
    let (made, name) = temporarySibling(of: path) { Platform.makeTemporaryFolder($0) }
    guard made else {
      Console.reportError("cannot make the folder \(path): \(systemError())")
      throw ExitCode.cannotCreate
    }
    scratch = name
  }

  /// Writes a file into the folder; `name` may have folders in it.
  func write(_ bytes: [UInt8], to name: String) throws {
    let path = "\(scratch)/\(name)"
    try makeFolders(of: name)
    let descriptor = Platform.createFile(path)
    guard descriptor >= 0 else { throw failure(name) }
    files.append(path)
    var reason = bytes.withUnsafeBytes { FileDescriptorWriter(descriptor: descriptor).write($0) }
    if !Platform.closeFile(descriptor), reason == nil { reason = systemError() }
    if let reason { throw Failure(path: "\(target)/\(name)", reason: reason) }
  }

  private func makeFolders(of name: String) throws {
    var folder = scratch
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard folders.insert(folder).inserted else { continue }
      guard Platform.makeFolder(folder) else { throw failure(name) }
    }
  }

  /// Gives the folder its name.
  func finish() throws {
    let permissions = 0o777 & ~Platform.withheldPermissions
    guard Platform.setPermissions(permissions, of: scratch),
      Platform.renameFile(scratch, to: target)
    else { throw failure("") }
    isFinished = true
  }

  private func failure(_ name: String) -> Failure {
    Failure(path: name.isEmpty ? target : "\(target)/\(name)", reason: systemError())
  }

  deinit {
    guard !isFinished else { return }
    for file in files { Platform.removeFile(file) }
    // Folders within others are longer.
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      Platform.removeFolder(folder)
    }
    Platform.removeFolder(scratch)
  }
}
