import VGGCommandLine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder for files that are not needed afterwards.
enum TemporaryFolder {
  /// Calls `body` with the path of a new folder, which is removed when `body` is done.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why, or any error that
  ///   `body` throws.
  static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "vggc-\(UUID().uuidString)").path
    try Output.makeFolder(path, for: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }
}
