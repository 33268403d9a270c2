/// A file that is used although the user wrote another name, which differs only in letter case or in the ending.
package struct FileSubstitution: Hashable, Sendable {
  package let path: String
  /// The name that the user wrote.
  package let name: String

  init(_ path: String, for name: String) {
    (self.path, self.name) = (path, name)
  }
}
