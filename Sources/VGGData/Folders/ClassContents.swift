/// The files found in a class's folders, before any photo is read.
package struct ClassContents: Hashable, Sendable {
  /// Photos, by their file extensions.
  package var photos = 0
  /// Files that are not photos by their extensions.
  package var otherFiles = 0
  /// The name of one of these.
  package var otherFile: String?

  package init() {}
}
