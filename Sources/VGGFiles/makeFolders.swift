/// Creates the folder at `path`, and its parents if they are missing.
///
/// - Returns: The folders that were created, the outermost first.
@discardableResult
package func makeFolders(_ path: String) throws(UnwritablePath) -> [String] {
  let path = PathParts.withoutEndingSlashes(path)
  switch FileKind(of: path) {
  case .folder: return []
  case .file, .other:
    throw UnwritablePath(path, uncreated(path, WritingObstacle.file.rawValue))
  case nil: break
  }
  let parts = PathParts(path)
  var made = parts.folder == "." || parts.folder == "/" ? [] : try makeFolders(parts.folder)
  if Platform.makeFolder(path) {
    made.append(path)
  } else if FileKind(of: path) != .folder {
    let reason = systemError()
    for folder in made.reversed() { Platform.removeFolder(folder) }
    throw UnwritablePath(path, uncreated(path, reason))
  }
  return made
}

private func uncreated(_ path: String, _ reason: String) -> String {
  "\(WritingObstacle.missingFolder)\(path): \(reason)"
}
