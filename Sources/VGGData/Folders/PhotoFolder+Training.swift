import VGGDiagnostics

extension PhotoFolder {
  /// Checks that a network can learn from the photos.
  ///
  /// - Throws: If there is only one class, or a class without a photo.
  package func checkTrainable() throws(PhotoFolderError) {
    guard classes.count > 1 else {
      throw PhotoFolderError(
        path,
        "there is only one class, `\(classes.first ?? "")`; training needs at least two")
    }
    let empty = emptyClasses
    guard let first = empty.first else { return }
    let rest = empty.count - 1
    let others = rest > 0 ? " and of \(grouped(rest)) more \(rest == 1 ? "class" : "classes")" : ""
    throw PhotoFolderError(
      path, "there are no photos of `\(first)`\(others): \(reason(ofEmpty: first))")
  }

  /// The reason why a class has no photo, and the remedy.
  private func reason(ofEmpty name: String) -> String {
    let found = contents[name] ?? ClassContents()
    if found.photos > 0 {
      return "none of the \(counted(found.photos, "photo")) in its folder can be used"
    }
    guard let file = found.otherFile else {
      return "its folder is empty; add photos to it, or remove the folder if it is not a class"
    }
    let advice = "if it is not a class, move the folder out of \(path)"
    return found.otherFiles == 1
      ? "its folder has only \(file), which has no photo extension; \(advice)"
      : "its folder has \(counted(found.otherFiles, "file")), such as \(file), and none has a photo extension; "
        + advice
  }
}
