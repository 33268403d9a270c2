import VGGFiles

/// How resolving reads the files that a configuration names; the caller decides what a path means.
package struct SourceReader: Sendable {
  /// The bytes of the file at a path, at most ``SourceFile/maximumSize`` of them.
  package let read: @Sendable (_ path: String) throws(UnreadableFile) -> [UInt8]

  package init(_ read: @escaping @Sendable (_ path: String) throws(UnreadableFile) -> [UInt8]) {
    self.read = read
  }
}
