/// What the links at the end of `path` lead to: the path itself where it is no link. At its end something
/// is, or nothing.
///
/// - Parameter stops: Whether a path is not looked at any further.
/// - Throws: ``UnwritableFile`` where they lead in a circle.
func followLinks(
  _ path: String, stoppingAt stops: (String) -> Bool = { _ in false }
) throws(UnwritableFile) -> String {
  // As many as Linux follows.
  let most = 40
  var path = path
  for _ in 0..<most {
    guard !stops(path), let target = Platform.linkTarget(path), !target.isEmpty else { return path }
    let folder = PathParts(path).folder
    path = target.hasPrefix("/") || folder == "." ? target : folder + target
  }
  throw UnwritableFile(reason: "its links lead in a circle")
}
