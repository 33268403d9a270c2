/// What the system knows of a file without reading it.
package struct FileStatus: Hashable, Sendable {
  package let kind: FileKind
  /// Who may read, write and execute it, and how it is executed: twelve bits.
  let permissions: UInt32
  /// The user whose it is, by number.
  let owner: UInt32
  let group: UInt32
  /// How many names it has.
  let links: Int
  /// In bytes.
  package let size: Int
  /// When the content changed last, in nanoseconds since 1970; tools that copy files may set it.
  let modified: Int
  /// When the file changed last in any way, which nobody can set.
  let changed: Int
  /// The number of the file system.
  let device: UInt64
  /// The file's number in its file system.
  let number: UInt64
}
