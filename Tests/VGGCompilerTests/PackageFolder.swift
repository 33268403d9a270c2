import Foundation

/// The files of this package, by their paths from its root.
enum PackageFolder {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ path: String) -> String {
    root.appendingPathComponent(path).path
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: self.path(path), encoding: .utf8)
  }

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// Under `VGGC_RECORD=1` writes the file, so that the comparison after it holds.
  static func record(_ text: String, as path: String) throws {
    guard ProcessInfo.processInfo.environment["VGGC_RECORD"] == "1" else { return }
    try text.write(toFile: self.path(path), atomically: true, encoding: .utf8)
  }
}
