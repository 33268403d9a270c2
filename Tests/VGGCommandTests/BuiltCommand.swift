import Foundation
import Testing

/// The built `vggc`, run as a user runs it.
struct BuiltCommand {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder in which the command runs.
  let folder: URL
  /// Keeps a temporary folder there as long as the command may run in it.
  var keeping: TemporaryFolder?

  /// Runs `vggc` with `arguments`; a pipe's reader that went away ends it, as in a shell.
  func run(
    _ arguments: String..., input: Data? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    return try Self.run(process, input: input)
  }

  /// Runs a shell command line in which `vggc` is the built one.
  func shell(_ commandLine: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", commandLine]
    process.currentDirectoryURL = folder
    let place = try Self.executable().deletingLastPathComponent().path
    process.environment = ["PATH": "\(place):/usr/bin:/bin"]
    return try Self.run(process, input: nil)
  }

  private static func run(_ process: Process, input: Data?) throws -> Result {
    let scratch = try TemporaryFolder()
    let (output, errors) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
    for url in [output, errors] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let source = scratch.url.appending(path: "in")
    try (input ?? Data()).write(to: source)
    process.standardInput = try FileHandle(forReadingFrom: source)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "ended by signal \(process.terminationStatus)")
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// The test's own bundle stands beside the executables of the same build.
  static func executable() throws -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "vggc")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    throw MissingExecutable()
  }

  private struct MissingExecutable: Error {}
}

/// A folder that is there as long as the value is.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vggc-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file and returns its name.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let place = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: place)
    return name
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  var command: BuiltCommand { BuiltCommand(folder: url, keeping: self) }
}

/// The repository that these tests stand in.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
