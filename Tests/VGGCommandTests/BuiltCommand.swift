import Foundation
import VGGTestSupport

/// The built `vggc` and `vgg`, run from the command line as by a user.
struct BuiltCommand {
  /// The folder in which the command runs.
  let folder: URL
  /// The temporary folder, kept alive as long as the command may run in it.
  var keeping: TemporaryFolder?

  /// Runs `vggc` with `arguments`; if the reader of a pipe has closed it, `vggc` ends as in a shell.
  func run(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Tool.Result {
    try run("vggc", arguments, input: input, environment: environment)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Tool.Result {
    try run("vggc", arguments, input: Data(), environment: environment)
  }

  /// Runs `vgg` with `arguments`.
  func vgg(_ arguments: [String]) throws -> Tool.Result {
    try run("vgg", arguments, input: Data(), environment: [:])
  }

  func vgg(_ arguments: String...) throws -> Tool.Result {
    try vgg(arguments)
  }

  /// Runs `program`, `vggc` or `vgg`, with `arguments`.
  func run(
    _ program: String, _ arguments: [String], input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Tool.Result {
    try Tool.run(
      [Checkout.products().appending(path: program).path] + arguments, in: folder, input: input,
      environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
  }

  /// Runs a shell command line in which `vggc` and `vgg` are the built ones.
  func shell(_ commandLine: String) throws -> Tool.Result {
    try Tool.run(
      ["/bin/sh", "-c", commandLine], in: folder,
      environment: ["PATH": "\(Checkout.products().path):/usr/bin:/bin"])
  }

  /// Runs a shell command line with the test's environment and `more`, so that `swift` is also found.
  ///
  /// - Parameter shell: The shell, in `/bin`.
  func shell(
    _ commandLine: String, with shell: String = "sh", _ more: [String: String]
  ) throws -> Tool.Result {
    var surroundings = ProcessInfo.processInfo.environment.merging(more) { $1 }
    surroundings["PATH"] =
      "\(try Checkout.products().path):\(surroundings["PATH"] ?? "/usr/bin:/bin")"
    return try Tool.run(
      ["/bin/\(shell)", "-c", commandLine], in: folder, environment: surroundings)
  }
}

extension TemporaryFolder {
  var command: BuiltCommand { BuiltCommand(folder: url, keeping: self) }
}
