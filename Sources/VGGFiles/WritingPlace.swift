/// What is written to under a path, once the links at its end have been followed.
enum WritingPlace {
  /// A file, or where none is yet; with what is known of the one that is there.
  case file(String, FileStatus?)
  /// A device or a pipe, which is written to as it is.
  case device(String)
  /// A file that this process has open, such as `/dev/stdout`, which it goes on writing where it is.
  case open(Int32)

  /// Follows a link to where nothing is, too, for there the file is to be made.
  init(_ path: String) throws(UnwritableFile) {
    guard !path.isEmpty else { throw UnwritableFile(reason: "its name is empty") }
    // Links in /proc lead to what their text does not name.
    let end = try followLinks(path) { Self.openFile($0) != nil || $0.hasPrefix("/proc/") }
    if let descriptor = Self.openFile(end) {
      self = .open(descriptor)
      return
    }
    let status = Platform.status(of: end, followingLinks: false)
    switch status?.kind {
    case .folder: throw UnwritableFile(reason: "it is a folder")
    case .file, nil: self = .file(end, status)
    case .other: self = .device(end)
    }
  }

  /// The descriptor that `path` names.
  private static func openFile(_ path: String) -> Int32? {
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }
}
