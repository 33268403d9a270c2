/// A photo and the index of its class.
package struct LabelledPhoto: Hashable, Sendable {
  package let path: String
  package let label: Int

  package init(path: String, label: Int) {
    self.path = path
    self.label = label
  }
}

/// Photos in one folder for each class: `root/cat/1.jpg`, `root/dog/at the sea/2.png`.
///
/// Classes and photos are in the order of torchvision's ImageFolder: sorted by code points. Class names are
/// in Unicode's composed form, whatever the form of the folders' names.
package struct PhotoFolder: Sendable {
  package let path: String
  /// The class folders' names, in the order of their indices.
  package internal(set) var classes: [String]
  package internal(set) var photos: [LabelledPhoto]
  /// Remarks for the user about the photos used and left out.
  package let remarks: [FolderRemark]
  /// The files found for each class, by its name.
  let contents: [String: ClassContents]

  package init(path: String, classes: [String], photos: [LabelledPhoto]) {
    self.init(path: path, classes: classes, photos: photos, remarks: [], contents: [:])
  }

  init(
    path: String, classes: [String], photos: [LabelledPhoto], remarks: [FolderRemark],
    contents: [String: ClassContents]
  ) {
    self.path = path
    self.classes = classes
    self.photos = photos
    self.remarks = remarks
    self.contents = contents
  }

  /// The remarks in English, a sentence each.
  package var englishRemarks: [String] { remarks.map { $0.text(in: path) } }

  /// The number of photos of each class.
  package var counts: [Int] {
    photos.reduce(into: [Int](repeating: 0, count: classes.count)) { $0[$1.label] += 1 }
  }

  /// The classes without a photo.
  package var emptyClasses: [String] {
    zip(classes, counts).filter { $1 == 0 }.map { $0.0 }
  }
}
