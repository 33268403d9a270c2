import VGGDiagnostics
import VGGFiles
import VGGSpec

/// A configuration's text, and its origin.
package struct FoundConfiguration: Sendable {
  package let file: SourceFile
  /// Whether the text was read from a file, unlike that of a built-in configuration.
  package var isFile = true
  /// The file that was used for another name, if the user wrote one.
  package let substitution: FileSubstitution?

  package init(file: SourceFile, isFile: Bool = true, substitution: FileSubstitution?) {
    self.file = file
    self.isFile = isFile
    self.substitution = substitution
  }
}

/// Resolves FILE: a path, `-` for standard input, or the name of a built-in configuration.
package enum ConfigurationFinder {
  /// The file that commands take when none is named.
  package static let defaultFile = "vgg.yaml"

  /// The reader for `extends` and `labels`: paths from the current folder, ignoring letter case as for FILE.
  ///
  /// - Parameter announce: Called when a file other than the named one is used.
  package static func sourceReader(
    announcing announce: @escaping @Sendable (FileSubstitution) -> Void
  ) -> SourceReader {
    SourceReader { path throws(UnreadableFile) in
      let matches = FileKind(of: path) != nil ? [] : pathsIgnoringCase(path)
      let found = matches.count == 1 ? matches[0] : path
      if found != path { announce(FileSubstitution(found, for: path)) }
      return SourceReader.Contents(path: found, bytes: try reader.read(found))
    }
  }

  private static let reader = BoundedFileReader(limit: SourceFile.maximumSize)

  /// The configuration that `name` refers to.
  ///
  /// A path that does not exist but matches one file when letter case is ignored is used, with a
  /// substitution.
  package static func find(_ name: String) throws(MissingConfiguration) -> FoundConfiguration {
    if name == "-" {
      return try read(named: SourceFile.standardInput, substitution: nil) {
        () throws(UnreadableFile) in
        try reader.readStandardInput()
      }
    }
    // A folder is not a FILE: the folder of the package D does not hide configuration D.
    if isFile(name) { return try find(path: name, substitution: nil) }
    if let builtIn = BuiltInConfiguration.named(name) { return found(builtIn) }
    if FileKind(of: name) != nil { return try find(path: name, substitution: nil) }
    let matches = pathsIgnoringCase(name)
    if matches.count == 1 {
      return try find(path: matches[0], substitution: FileSubstitution(matches[0], for: name))
    }
    if matches.count > 1 {
      throw MissingConfiguration(name: name, cause: .ambiguous(matches))
    }
    if let path = endings.lazy.map({ name + $0 }).first(where: isFile) {
      return try find(path: path, substitution: FileSubstitution(path, for: name))
    }
    throw MissingConfiguration(name: name, cause: causeOfMissing(name))
  }

  /// A built-in configuration as if it had been read.
  package static func found(_ builtIn: BuiltInConfiguration) -> FoundConfiguration {
    FoundConfiguration(file: builtIn.file, isFile: false, substitution: nil)
  }

  /// The configurations of the current folder, used if none is named: `vgg.yaml`, or otherwise the files with
  /// the endings of `vggc init`, or otherwise the YAML files that look like a configuration; in order of their names.
  package static func configurationsHere() -> [String] {
    if FileKind(of: defaultFile) != nil { return [defaultFile] }
    let files = entries(of: ".").filter(isYAML).filter(isFile).sorted()
    let own = endings.filter { $0.hasPrefix(".vgg") }
    let marked = files.filter { file in own.contains { file.lowercased().hasSuffix($0) } }
    return marked.isEmpty ? files.filter(readsLikeConfiguration) : marked
  }

  /// The endings of a configuration's name, which may be omitted.
  private static let endings = [".vgg.yaml", ".vgg.yml", ".yaml", ".yml"]

  /// Whether a line begins with a key that every configuration needs one of.
  private static func readsLikeConfiguration(_ path: String) -> Bool {
    guard let bytes = try? reader.read(path) else { return false }
    let keys = ["features:", "models:", "extends:"].map { Array($0.utf8) }
    return bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.contains { line in
      keys.contains { line.starts(with: $0) }
    }
  }

  /// The YAML files directly under `Configs` (any letter case) in the current folder, in order of
  /// their names.
  package static func configurationFolderFiles() -> [String] {
    entries(of: ".").filter { $0.lowercased() == "configs" }.sorted().flatMap { folder in
      entries(of: folder).sorted()
        .filter(isYAML)
        .map { "\(folder)/\($0)" }
        .filter(isFile)
    }
  }

  /// Whether there is something at `path` that can be read as a file, which a folder cannot.
  private static func isFile(_ path: String) -> Bool {
    guard let kind = FileKind(of: path) else { return false }
    return kind != .folder
  }

  private static func find(
    path: String, substitution: FileSubstitution?
  ) throws(MissingConfiguration) -> FoundConfiguration {
    try read(named: path, substitution: substitution) { () throws(UnreadableFile) in
      try reader.read(path)
    }
  }

  private static func read(
    named name: String, substitution: FileSubstitution?,
    _ bytes: () throws(UnreadableFile) -> [UInt8]
  ) throws(MissingConfiguration) -> FoundConfiguration {
    do {
      return FoundConfiguration(
        file: SourceFile(name: name, bytes: try bytes()), substitution: substitution)
    } catch {
      throw MissingConfiguration(name: name, cause: .unreadable(error.cause))
    }
  }

  private static func causeOfMissing(_ name: String) -> MissingConfiguration.Cause {
    let names = BuiltInConfiguration.all.map(\.name)
    if let nearest = nearestName(to: name, among: names) { return .misspelled(nearest: nearest) }
    return name.contains("/") || name.contains(".") ? .noFile : .noFileOrBuiltIn(names)
  }

  /// The existing paths that equal `path` except for letter case.
  private static func pathsIgnoringCase(_ path: String) -> [String] {
    var matches = [path.hasPrefix("/") ? "/" : ""]
    for part in path.split(separator: "/") {
      matches = matches.flatMap { folder in
        entries(of: folder.isEmpty ? "." : folder, named: part).map { folder + $0 + "/" }
      }
    }
    return matches.filter { $0.count > 1 }.map { String($0.dropLast()) }.sorted()
  }

  /// The entries of a folder that equal `part` except for letter case; `.` and `..` are returned
  /// unchanged.
  private static func entries(of folder: String, named part: Substring) -> [String] {
    if part == "." || part == ".." { return [String(part)] }
    let wanted = part.lowercased()
    return entries(of: folder).filter { $0.lowercased() == wanted }
  }

  private static func entries(of folder: String) -> [String] {
    (try? FolderNames(of: folder))?.names ?? []
  }
}
