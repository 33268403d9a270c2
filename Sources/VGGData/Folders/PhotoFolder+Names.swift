extension PhotoFolder {
  /// The same photos with the class indices of `names`, some of which may have no folder. Two
  /// Unicode spellings of a name are one name.
  ///
  /// - Parameter source: the source of the names, for the message.
  /// - Throws: If a folder has none of the names.
  package func labelled(
    asIn names: [String], of source: String
  ) throws(PhotoFolderError) -> PhotoFolder {
    // Swift compares strings by canonical equivalence, not by their bytes.
    let indices = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    var labels: [Int] = []
    for name in classes {
      guard let index = indices[name] else {
        throw PhotoFolderError(path, .unknownClass(name, source: source, classes: names))
      }
      labels.append(index)
    }
    var copy = self
    copy.classes = names
    copy.photos = photos.map { LabelledPhoto(path: $0.path, label: labels[$0.label]) }
    return copy
  }
}
