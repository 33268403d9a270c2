import Foundation

/// A program that a test runs to its end.
enum Tool {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs the first of `words`, found as a shell finds it, with the others as its arguments.
  static func run(_ words: [String], in folder: URL? = nil) throws -> Result {
    try withTemporaryFolder { temporary in
      let output = temporary.appending(path: "output")
      let errors = temporary.appending(path: "errors")
      for file in [output, errors] { try Data().write(to: file) }
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = words
      process.currentDirectoryURL = folder
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }
}

/// Runs `body` with a new empty folder, which is removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "vggc-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
