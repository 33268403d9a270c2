/// A folder with the photos and the folders in it.
struct FolderTree {
  /// As the file system has it.
  let name: String
  /// Photos in the folder itself, by their endings.
  var photos = 0
  var children: [FolderTree] = []

  /// Photos in the folder and below it.
  var allPhotos: Int { children.reduce(photos) { $0 + $1.allPhotos } }

  /// The names of the folders in it, each in one spelling.
  var classes: Set<String> { Set(children.map { composed($0.name) }) }
}
