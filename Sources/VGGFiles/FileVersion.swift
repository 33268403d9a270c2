/// What tells one state of a file from another without reading it.
package struct FileVersion: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// When the content changed last, in nanoseconds since 1970; tools that copy files may set it.
  package let modified: Int
  /// When the file changed last in any way, which nobody can set.
  package let changed: Int
  /// The file's number in its file system.
  package let number: Int

  package init(size: Int, modified: Int, changed: Int, number: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
  }

  /// That of an open file; `nil` where the system does not say.
  package init?(descriptor: Int32) {
    guard let status = Platform.status(of: descriptor) else { return nil }
    self.init(
      size: status.size, modified: status.modified, changed: status.changed,
      number: Int(truncatingIfNeeded: status.number))
  }
}
