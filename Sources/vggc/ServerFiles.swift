import VGGCompilation
import VGGDownloads
import VGGFiles
import VGGLanguageServer
import VGGSpec

/// The files of `vggc lsp`.
enum ServerFiles {
  static let disk = ServerDisk(
    reader: reader, names: { (try? FolderNames(of: $0))?.names ?? [] },
    kind: { FileKind(of: $0, followingLinks: false) }, version: { FileVersion(of: $0) },
    materialize: materialize)

  private static let reader: SourceReader = {
    let reader = ConfigurationFinder.sourceReader { _ in }
    return SourceReader { path throws(UnreadableFile) in
      // Reading a pipe would wait forever for a writer.
      guard FileKind(of: path) != .other else { throw UnreadableFile(.irregular) }
      return try reader.read(path)
    }
  }()

  /// Writes a built-in configuration below the user's cache, where an editor can open it.
  @Sendable private static func materialize(_ builtIn: BuiltInConfiguration) -> String? {
    guard let cache = cacheFolder() else { return nil }
    let folder = "\(cache)/built-in"
    let path = "\(folder)/\(builtIn.name).yaml"
    let text =
      "# Configuration \(builtIn.name) is built into vggc; changes to this file have no effect.\n"
      + builtIn.text
    do {
      try makeFolders(folder)
      try AtomicFile.write(Array(text.utf8), to: path)
      return path
    } catch {
      return nil
    }
  }
}
