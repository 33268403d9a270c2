import Foundation

/// The built vggc, run in the package's folder.
struct Vggc {
  let executable: URL
  let folder: URL

  /// Runs vggc, with this plugin's output streams.
  ///
  /// - Throws: ``Failure`` if it does not end with status 0.
  func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return }
    if process.terminationStatus == Self.cannotCreate {
      throw Failure(
        "vggc could not write; on macOS a plugin needs permission to write into the package: swift package "
          + "--allow-writing-to-package-directory vggc …")
    }
    throw Failure("vggc exited with status \(process.terminationStatus)")
  }

  /// A file's path as shown in messages and headers.
  func pathFromFolder(_ file: URL) -> String {
    file.path.hasPrefix(folder.path + "/")
      ? String(file.path.dropFirst(folder.path.count + 1)) : file.path
  }

  private static let cannotCreate: Int32 = 73
}

/// The reason why the plugin failed.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
