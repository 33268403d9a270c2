import VGGFiles

extension PhotoFolder {
  /// The photos in the class folders of the folder at `path`, at any depth, found by their
  /// extensions and not yet read.
  ///
  /// Hidden files and folders are left out, as are links back to a folder that contains them.
  ///
  /// - Parameter use: the purpose of the folder, so that a message can suggest another path.
  package init(reading path: String, for use: PhotoUse = .inspecting) throws(PhotoFolderError) {
    var scan = FolderScan(root: path, use: use)
    try scan.run()
    self.init(
      path: path, classes: scan.classes, photos: scan.photos, remarks: scan.remarks,
      contents: scan.contents)
  }
}
