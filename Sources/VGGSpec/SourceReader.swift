/// Why a file that a configuration names cannot be read, in words that complete "cannot read labels.txt: …".
package struct UnreadableFile: Error {
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}

/// How resolving reads the files that a configuration names; the caller decides what a path means.
package struct SourceReader: Sendable {
  /// The bytes of the file at a path, at most ``SourceFile/maximumSize`` of them.
  package let read: @Sendable (_ path: String) throws(UnreadableFile) -> [UInt8]

  package init(_ read: @escaping @Sendable (_ path: String) throws(UnreadableFile) -> [UInt8]) {
    self.read = read
  }
}
