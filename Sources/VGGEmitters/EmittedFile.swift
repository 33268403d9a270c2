/// A file for the caller to write.
package struct EmittedFile: Hashable, Sendable {
  /// Relative to the folder or file that the user named, with `/` between its parts; never
  /// absolute, no `..`.
  package let path: String
  package let contents: String

  package init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }
}
