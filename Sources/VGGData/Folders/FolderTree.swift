/// A folder with the photos and the folders in it.
struct FolderTree {
  /// The name in the file system.
  let name: String
  /// Photos directly in the folder, by their extensions.
  var photos = 0
  var children: [FolderTree] = []

  /// Photos in the folder and below it.
  var allPhotos: Int { children.reduce(photos) { $0 + $1.allPhotos } }

  /// The names of its subfolders, each in one spelling.
  var classes: Set<String> { Set(children.map { composed($0.name) }) }
}
