import Synchronization
import VGGDiagnostics
import VGGFiles
import VGGSpec

/// Reads the files that a document names: from the editor if they are open there, otherwise from disk.
///
/// It records the requested files, whether or not they exist: when one of them changes, the document's
/// diagnostics may change.
final class DocumentReader: Sendable {
  private let folder: String
  private let open: [String: [UInt8]]
  private let disk: SourceReader
  private let asked = Mutex<Set<String>>([])

  /// - Parameters:
  ///   - folder: the document's folder, with a trailing slash.
  ///   - open: the texts of the open documents, by path.
  init(folder: String, open: [String: [UInt8]], disk: SourceReader) {
    self.folder = folder
    self.open = open
    self.disk = disk
  }

  /// The paths that have been requested.
  var paths: Set<String> { asked.withLock { $0 } }

  var sourceReader: SourceReader {
    SourceReader { path throws(UnreadableFile) in try self.read(path) }
  }

  private func read(_ name: String) throws(UnreadableFile) -> SourceReader.Contents {
    let path = Self.absolute(name, in: folder)
    asked.withLock { _ = $0.insert(path) }
    if let bytes = open[path] {
      guard bytes.count <= SourceFile.maximumSize else {
        throw UnreadableFile(.tooLarge(limit: SourceFile.maximumSize))
      }
      return SourceReader.Contents(path: name, bytes: bytes)
    }
    let found = try disk.read(path)
    guard found.path != path else { return SourceReader.Contents(path: name, bytes: found.bytes) }
    let isWithin = !name.hasPrefix("/") && found.path.hasPrefix(folder)
    let shown = isWithin ? String(found.path.dropFirst(folder.count)) : found.path
    return SourceReader.Contents(path: shown, bytes: found.bytes)
  }

  /// The path of a file relative to a folder, with `.` and `..` resolved.
  static func absolute(_ name: String, in folder: String) -> String {
    FilePath.normalized(name.hasPrefix("/") ? name : folder + name)
  }
}
