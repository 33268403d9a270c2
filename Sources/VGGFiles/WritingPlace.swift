/// The target of writing to a path, after the links at its end have been followed.
enum WritingPlace {
  /// The path of a file, which may not exist yet, and the metadata of an existing one.
  case file(String, FileStatus?)
  /// A device or a pipe, which is written to directly.
  case device(String)
  /// A file that this process has open, such as `/dev/stdout`; writing continues at its current
  /// position.
  case open(Int32)

  /// Also follows a link to a missing target, because the file is to be created there.
  init(_ path: String) throws(UnwritableFile) {
    guard !path.isEmpty else { throw UnwritableFile(reason: WritingObstacle.emptyName.rawValue) }
    // Links in /proc have targets that their text does not name.
    let end = try followLinks(path) { Self.openFile($0) != nil || $0.hasPrefix("/proc/") }
    if let descriptor = Self.openFile(end) {
      self = .open(descriptor)
      return
    }
    let status = Platform.status(of: end, followingLinks: false)
    switch status?.kind {
    case .folder: throw UnwritableFile(reason: WritingObstacle.folder.rawValue)
    case .file, nil: self = .file(end, status)
    case .other: self = .device(end)
    }
  }

  /// The descriptor in the name `path`.
  private static func openFile(_ path: String) -> Int32? {
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }
}
