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
    let tool = try RunningTool(words, in: folder, input: input, environment: environment)
    let status: Int32
    switch try tool.wait() {
    case .exit(let code): status = code
    case .signal(let number):
      Issue.record("\(words) ended by signal \(number)")
      status = number
    }
    return Result(status: status, output: try tool.output(), errors: try tool.errors())
  }
}
