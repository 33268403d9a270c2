import Foundation
import VGGCompiler
import VGGDiagnostics
import VGGFiles
import VGGSpec

/// The configurations that the repository ships, compiled as the command line compiles them.
enum ConfigurationFiles {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files of a folder of the repository, by path, in order of their names; none where there is no such folder.
  static func paths(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
    return (names ?? []).sorted().map { "\(folder)/\($0)" }
      .filter { !isFolder($0) }
  }

  static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  static func compile(_ path: String) throws -> Compilation {
    compile(try bytes(of: path), as: path)
  }

  static func compile(_ bytes: [UInt8], as path: String) -> Compilation {
    CompilerPipeline(reader: reader).compileAll(SourceFile(name: path, bytes: bytes))
  }

  /// Paths as seen from the repository's root.
  private static let reader = SourceReader { path throws(UnreadableFile) in
    try BoundedFileReader(limit: SourceFile.maximumSize).read(root.appending(path: path).path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(
      atPath: root.appending(path: path).path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
