import VGGFiles
import VGGSpec

/// The server's access to files.
package struct ServerDisk: Sendable {
  /// Reads files by absolute path.
  let reader: SourceReader
  /// The names in the folder at an absolute path; empty if the folder cannot be read.
  let names: @Sendable (_ folder: String) -> [String]
  /// Writes a built-in configuration to a file that an editor can open, and returns its path; `nil` if
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
