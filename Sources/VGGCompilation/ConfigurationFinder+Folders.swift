import VGGFiles
import VGGSpec

extension ConfigurationFinder {
  /// Whether FILE names a folder; a folder does not hide a built-in configuration of the same name,
  /// unless the name ends in a slash.
  package static func isFolder(_ name: String) -> Bool {
    FileKind(of: name) == .folder && BuiltInConfiguration.named(name) == nil
  }

  /// The `.yaml` and `.yml` files in a folder and in those below it, in the order of their names'
  /// code points, a folder's files before its folders'.
  ///
  /// Names that start with a dot are skipped, and so are links to folders.
  package static func files(below folder: String) throws(MissingConfiguration) -> [String] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    var (files, folders): ([String], [String]) = ([], [])
    for name in try names(in: folder) where !name.hasPrefix(".") {
      switch FileKind(of: prefix + name, followingLinks: false) {
      case .folder: folders.append(prefix + name)
      case .file where isYAML(name): files.append(prefix + name)
      case .other where isYAML(name) && FileKind(of: prefix + name) == .file:
        files.append(prefix + name)
      case .file, .other, nil: continue
      }
    }
    for folder in folders { files += try Self.files(below: folder) }
    return files
  }

  static func isYAML(_ name: String) -> Bool {
    let lowercased = name.lowercased()
    return lowercased.hasSuffix(".yaml") || lowercased.hasSuffix(".yml")
  }

  private static func names(in folder: String) throws(MissingConfiguration) -> [String] {
    do {
      return try FolderNames(of: folder).names
    } catch {
      throw MissingConfiguration(name: folder, cause: .unreadable(error.cause))
    }
  }
}
