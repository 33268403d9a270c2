import Foundation
import Testing

/// Paths in this checkout and its build folder.
package enum Checkout {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  package static func file(_ path: String) -> URL { root.appending(path: path) }

  package static func text(_ path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  /// The paths, relative to the root, of a folder's contents without subfolders, in order; empty if
  /// the folder does not exist.
  package static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file(folder).path)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: file(path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// The folder of this test's build products, such as `.build/debug`.
  package static func products() throws -> URL {
    let paths = CommandLine.arguments.filter { $0.contains(".xctest") }
    var folder = URL(filePath: try #require(paths.first)).standardizedFileURL
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let module = folder.appending(path: "Modules/VGGRuntime.swiftmodule")
      if FileManager.default.fileExists(atPath: module.path) { return folder }
    }
    throw MissingProducts()
  }

  private struct MissingProducts: Error {}
}
