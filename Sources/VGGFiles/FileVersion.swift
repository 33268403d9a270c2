/// Metadata that distinguishes versions of a file without reading it.
package struct FileVersion: Hashable, Sendable {
  /// The size in bytes.
  package let size: Int
  /// The time of the last change of content, in nanoseconds since 1970; tools that copy files may
  /// set it.
  package let modified: Int
  /// The time of the last change of any kind, which nobody can set.
  package let changed: Int
  /// The file's number in its file system.
  package let number: Int

  package init(size: Int, modified: Int, changed: Int, number: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
  }

  /// The version of an open file; `nil` if the system does not report it.
  package init?(descriptor: Int32) {
    guard let status = Platform.status(of: descriptor) else { return nil }
    self.init(status)
  }

  /// The version of the file at a path, which a link may name; `nil` if there isn't one.
  package init?(of path: String) {
    guard let status = Platform.status(of: path), status.kind == .file else { return nil }
    self.init(status)
  }

  private init(_ status: FileStatus) {
    self.init(
      size: status.size, modified: status.modified, changed: status.changed,
      number: Int(truncatingIfNeeded: status.number))
  }
}
