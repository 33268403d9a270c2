import Foundation
import Testing

/// A program that a test runs to completion.
package enum Tool {
  package struct Result {
    package let status: Int32
    package let output: String
    package let errors: String
  }

  /// Runs the first of `words`, a path or a name that is looked up as in a shell, with the others
  /// as its arguments; a program that is ended by a signal is recorded as an issue.
  ///
  /// - Parameters:
  ///   - input: The program's standard input.
  ///   - environment: The program's environment; the test's if not given.
  package static func run(
    _ words: [String], in folder: URL? = nil, input: Data = Data(),
    environment: [String: String]? = nil
  ) throws -> Result {
    try withTemporaryFolder { scratch in
      let process = try process(words)
      process.currentDirectoryURL = folder
      if let environment { process.environment = environment }
      let source = try scratch.write(input, to: "input")
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: source))
      let output = try scratch.write("", to: "output")
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
      let errors = try scratch.write("", to: "errors")
      process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
      try process.run()
      process.waitUntilExit()
      #expect(
        process.terminationReason == .exit,
        "\(words) ended by signal \(process.terminationStatus)")
      return Result(
        status: process.terminationStatus, output: try scratch.read("output"),
        errors: try scratch.read("errors"))
    }
  }

  private static func process(_ words: [String]) throws -> Process {
    let program = try #require(words.first)
    let process = Process()
    if program.contains("/") {
      process.executableURL = URL(filePath: program)
      process.arguments = Array(words.dropFirst())
    } else {
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = words
    }
    return process
  }
}
