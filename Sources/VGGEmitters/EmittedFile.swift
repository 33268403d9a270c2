/// A file for the caller to write.
package struct EmittedFile: Hashable, Sendable {
  /// The path relative to the folder or file that the user named, with `/` as separator; never
  /// absolute, and without `..`.
  package let path: String
  package let contents: String

  package init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }
}
