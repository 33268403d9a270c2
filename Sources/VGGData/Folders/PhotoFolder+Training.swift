extension PhotoFolder {
  /// Checks that a network can learn from the photos.
  ///
  /// - Throws: If there is only one class, or a class without a photo.
  package func checkTrainable() throws(PhotoFolderError) {
    guard classes.count > 1 else {
      throw PhotoFolderError(path, .oneClass(classes.first ?? ""))
    }
    let empty = emptyClasses
    guard let first = empty.first else { return }
    throw PhotoFolderError(
      path, .emptyClass(first, others: empty.count - 1, contents[first] ?? ClassContents()))
  }
}
