import VGGDiagnostics

extension PhotoFolder {
  /// The same photos with the indices that their folders' names have in `names`, of which some may
  /// have no folder.
  ///
  /// - Parameter source: what has the names, for the message.
  /// - Throws: Where a folder has none of the names.
  package func labelled(
    asIn names: [String], of source: String
  ) throws(PhotoFolderError) -> PhotoFolder {
    // By bytes: Swift takes two spellings of one letter for equal, file systems do not.
    let indices = Dictionary(names.enumerated().map { (Array($1.utf8), $0) }) { first, _ in first }
    var labels: [Int] = []
    for name in classes {
      guard let index = indices[Array(name.utf8)] else {
        let shown = names.prefix(12).map(shortened).joined(separator: ", ")
        throw PhotoFolderError(
          path,
          "its class folder `\(name)` is none of the classes of \(source): \(shown)"
            + (names.count > 12 ? ", …" : ""))
      }
      labels.append(index)
    }
    var copy = self
    copy.classes = names
    copy.photos = photos.map { LabelledPhoto(path: $0.path, label: labels[$0.label]) }
    return copy
  }
}
