import VGGFiles
import VGGSpec

/// What the server may do with files.
package struct ServerDisk: Sendable {
  /// Reads files by absolute path.
  let reader: SourceReader
  /// The names in a folder, whose path is absolute; none where it cannot be read.
  let names: @Sendable (_ folder: String) -> [String]
  /// Puts a built-in configuration where an editor can open it, and returns its path; `nil` where
  /// that fails.
  let materialize: @Sendable (BuiltInConfiguration) -> String?

  package init(
    reader: SourceReader, names: @escaping @Sendable (_ folder: String) -> [String],
    materialize: @escaping @Sendable (BuiltInConfiguration) -> String?
  ) {
    self.reader = reader
    self.names = names
    self.materialize = materialize
  }
}
