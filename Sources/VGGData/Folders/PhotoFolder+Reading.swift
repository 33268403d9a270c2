import VGGFiles

extension PhotoFolder {
  /// The photos in the class folders in the folder at `path`, at any depth; they are known by
  /// their endings and not yet read.
  ///
  /// Hidden files and folders are left out, and links that lead back to a folder in which they lie.
  ///
  /// - Parameter use: what the folder is for, so that a message can say what to name instead.
  package init(reading path: String, for use: PhotoUse = .inspecting) throws(PhotoFolderError) {
    var scan = FolderScan(root: path, use: use)
    try scan.run()
    self.init(
      path: path, classes: scan.classes, photos: scan.photos, remarks: scan.remarks,
      contents: scan.contents)
  }
}
