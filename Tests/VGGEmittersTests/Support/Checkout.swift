import Foundation
import Testing

/// Places in this checkout and its build folder.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func file(_ path: String) -> URL { root.appending(path: path) }

  /// The folder of this test's own build products, such as `.build/debug`.
  static func products() throws -> URL {
    let paths = CommandLine.arguments.filter { $0.contains(".xctest") }
    var folder = URL(filePath: try #require(paths.first)).standardizedFileURL
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let module = folder.appending(path: "Modules/VGGRuntime.swiftmodule")
      if FileManager.default.fileExists(atPath: module.path) { return folder }
    }
    throw MissingProducts()
  }

  struct MissingProducts: Error {}
}
