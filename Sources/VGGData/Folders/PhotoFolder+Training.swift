import VGGDiagnostics

extension PhotoFolder {
  /// That there is something to learn from the photos.
  ///
  /// - Throws: Where there is only one class, or a class without a photo.
  package func checkTrainable() throws(PhotoFolderError) {
    guard classes.count > 1 else {
      throw PhotoFolderError(
        path,
        "there is only one class, `\(classes.first ?? "")`: a network learns to tell classes apart")
    }
    let empty = emptyClasses
    guard let first = empty.first else { return }
    let others = empty.count > 1 ? " and of \(grouped(empty.count - 1)) more classes" : ""
    throw PhotoFolderError(
      path,
      "there is no photo of `\(first)`\(others): put some into the folder, or remove it")
  }
}
