import VGGFiles

/// A reader of the files that a configuration names; the caller decides what a path means.
package struct SourceReader: Sendable {
  /// A file as it was found.
  package struct Contents: Sendable {
    /// The path that was read, which may differ from the one asked for in letter case.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The file at a path; at most ``SourceFile/maximumSize`` bytes.
  package let read: @Sendable (_ path: String) throws(UnreadableFile) -> Contents

  package init(_ read: @escaping @Sendable (_ path: String) throws(UnreadableFile) -> Contents) {
    self.read = read
  }
}
