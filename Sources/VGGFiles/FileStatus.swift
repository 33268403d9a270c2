/// Metadata of a file, available without reading it.
package struct FileStatus: Hashable, Sendable {
  package let kind: FileKind
  /// The permissions to read, write and execute it, and the mode of execution: twelve bits.
  let permissions: UInt32
  /// The number of the user who owns it.
  let owner: UInt32
  let group: UInt32
  /// The number of its names.
  let links: Int
  /// The size in bytes.
  package let size: Int
  /// The time of the last change of content, in nanoseconds since 1970; tools that copy files may
  /// set it.
  let modified: Int
  /// The time of the last change of any kind, which nobody can set.
  let changed: Int
  /// The number of the file system.
  let device: UInt64
  /// The file's number in its file system.
  let number: UInt64
}
