/// The target of the links at the end of `path`: the path itself if it is not a link. The target need not
/// exist.
///
/// - Parameter stops: Whether to stop at a path.
/// - Throws: ``UnwritableFile`` if the links form a circle.
func followLinks(
  _ path: String, stoppingAt stops: (String) -> Bool = { _ in false }
) throws(UnwritableFile) -> String {
  // The same limit as Linux.
  let most = 40
  var path = path
  for _ in 0..<most {
    guard !stops(path), let target = Platform.linkTarget(path), !target.isEmpty else { return path }
    let folder = PathParts(path).folder
    path = target.hasPrefix("/") || folder == "." ? target : folder + target
  }
  throw UnwritableFile(reason: WritingObstacle.linkLoop.rawValue)
}
