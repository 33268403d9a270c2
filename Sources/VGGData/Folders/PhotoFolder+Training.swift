import VGGDiagnostics

extension PhotoFolder {
  /// Checks that a network can learn from the photos.
  ///
  /// - Throws: If there is only one class, or a class without a photo.
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
      path, "there is no photo of `\(first)`\(others): \(reason(ofEmpty: first))")
  }

  /// The reason why a class has no photo, and the remedy.
  private func reason(ofEmpty name: String) -> String {
    let found = contents[name] ?? ClassContents()
    if found.photos > 0 {
      return "none of the \(counted(found.photos, "photo")) in its folder can be used"
    }
    guard let file = found.otherFile else {
      return "its folder is empty; put photos into it, or remove the folder if it is not a class"
    }
    let advice = "if it is not a class, move the folder out of \(path)"
    return found.otherFiles == 1
      ? "its folder has only \(file), which is not a photo by its ending; \(advice)"
      : "its folder has \(counted(found.otherFiles, "file")), such as \(file), and none is a photo by its ending; "
        + advice
  }
}
