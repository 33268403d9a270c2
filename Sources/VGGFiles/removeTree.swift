/// Removes the item at `path`, including the content of a folder; links are not followed.
func removeTree(_ path: String) {
  guard FileKind(of: path, followingLinks: false) == .folder else {
    Platform.removeFile(path)
    return
  }
  for stored in Platform.storedNames(in: path) ?? [] {
    let name = PathText.text(of: stored)
    if name != ".", name != ".." { removeTree("\(path)/\(name)") }
  }
  Platform.removeFolder(path)
}
