/// Removes what is at `path`, a folder with all that is in it; links are not followed.
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
