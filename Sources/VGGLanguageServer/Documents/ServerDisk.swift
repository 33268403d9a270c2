import VGGFiles
import VGGSpec

/// The server's access to files.
package struct ServerDisk: Sendable {
  /// Reads files by absolute path.
  let reader: SourceReader
  /// The names in the folder at an absolute path; empty if the folder cannot be read.
  let names: @Sendable (_ folder: String) -> [String]
  /// The kind of the item at an absolute path, without following a link there; `nil` if there isn't one.
  let kind: @Sendable (_ path: String) -> FileKind?
  /// The version of the file at an absolute path; `nil` if it does not exist.
  let version: @Sendable (_ path: String) -> FileVersion?
  /// Writes a built-in configuration to a file that an editor can open, and returns its path; `nil` if
  /// that fails.
  let materialize: @Sendable (BuiltInConfiguration) -> String?

  package init(
    reader: SourceReader, names: @escaping @Sendable (_ folder: String) -> [String],
    kind: @escaping @Sendable (_ path: String) -> FileKind?,
    version: @escaping @Sendable (_ path: String) -> FileVersion?,
    materialize: @escaping @Sendable (BuiltInConfiguration) -> String?
  ) {
    self.reader = reader
    self.names = names
    self.kind = kind
    self.version = version
    self.materialize = materialize
  }
}
