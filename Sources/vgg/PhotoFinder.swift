import VGGData
import VGGFiles

/// Finds the files that are a command's photos.
enum PhotoFinder {
  /// Extensions of the files that are taken from a folder.
  static let endings = PhotoEndings.all.union(["f32"])

  /// The named files, and the pictures below the named folders, sorted by path.
  ///
  /// - Returns: Also the problems with the other names, and the number of hidden files left out.
  static func files(
    in names: [String]
  ) -> (paths: [String], failures: [PhotoSearchFailure], hidden: Int) {
    var (paths, failures, hidden): ([String], [PhotoSearchFailure], Int) = ([], [], 0)
    for name in names {
      // A missing file is reported when it is read.
      guard FileKind(of: name) == .folder else {
        paths.append(name)
        continue
      }
      let before = (paths.count, failures.count)
      hidden += addPictures(below: name, to: &paths, &failures)
      if (paths.count, failures.count) == before {
        failures.append(.noPictures(folder: name))
      }
    }
    return (paths, failures, hidden)
  }

  /// Leaves out hidden files and folders, those that an archiver or a system made, and links to folders, which may form a cycle.
  ///
  /// - Returns: The number of hidden files.
  private static func addPictures(
    below folder: String, to paths: inout [String], _ failures: inout [PhotoSearchFailure]
  ) -> Int {
    let entries: [String]
    do {
      entries = try FolderNames(of: folder).names
    } catch {
      failures.append(.unreadable(folder: folder, error.cause))
      return 0
    }
    var hidden = 0
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    for entry in entries {
      let path = base + entry
      if LeftOutNames.isHidden(entry) {
        if FileKind(of: path) != .folder { hidden += 1 }
        continue
      }
      if FileKind(of: path, followingLinks: false) == .folder {
        if LeftOutNames.hasFolder(entry) { continue }
        hidden += addPictures(below: path, to: &paths, &failures)
      } else if isPicture(entry), FileKind(of: path) == .file {
        paths.append(path)
      }
    }
    return hidden
  }

  private static func isPicture(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    return parts.count > 1 && endings.contains(parts[parts.count - 1].lowercased())
  }
}

/// A folder in which no photos are found.
enum PhotoSearchFailure: Hashable, Sendable {
  case noPictures(folder: String)
  case unreadable(folder: String, UnreadableFile.Cause)
}
