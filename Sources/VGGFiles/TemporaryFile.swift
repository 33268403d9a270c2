/// A file that is being written, to take the place of another once it is whole.
///
/// Where the system can, it has no name until then, so that nothing is left of it when the process
/// is stopped on the way; elsewhere it has a temporary one beside the other.
struct TemporaryFile: ~Copyable {
  let descriptor: Int32
  private let name: String
  private let isNamed: Bool

  /// A file open for writing, in the folder of `path`.
  init(for path: String) throws(UnwritableFile) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let unnamed = Platform.createUnnamedFile(inFolder: folder)
    if unnamed >= 0 {
      descriptor = unnamed
      name = "\(path).\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
      isNamed = false
      return
    }
    (descriptor, name) = temporarySibling(of: path) { Platform.createTemporaryFile($0) }
    guard descriptor >= 0 else { throw UnwritableFile(reason: systemError()) }
    isNamed = true
  }

  /// Puts the file in the place of what is at `path`; returns why that failed, or nil.
  func replace(_ path: String) -> String? {
    if !isNamed, !Platform.linkUnnamedFile(descriptor, as: name) { return systemError() }
    return Platform.renameFile(name, to: path) ? nil : systemError()
  }

  /// Removes what has a name.
  func remove() { Platform.removeFile(name) }
}
