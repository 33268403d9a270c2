import Foundation
import VGGTestSupport

/// The built `vggc`, run as a user runs it.
struct BuiltCommand {
  /// The folder in which the command runs.
  let folder: URL
  /// Keeps a temporary folder there as long as the command may run in it.
  var keeping: TemporaryFolder?

  /// Runs `vggc` with `arguments`; a pipe's reader that went away ends it, as in a shell.
  func run(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Tool.Result {
    try Tool.run(
      [Checkout.products().appending(path: "vggc").path] + arguments, in: folder, input: input,
      environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
  }

  /// Runs a shell command line in which `vggc` is the built one.
  func shell(_ commandLine: String) throws -> Tool.Result {
    try Tool.run(
      ["/bin/sh", "-c", commandLine], in: folder,
      environment: ["PATH": "\(Checkout.products().path):/usr/bin:/bin"])
  }
}

extension TemporaryFolder {
  var command: BuiltCommand { BuiltCommand(folder: url, keeping: self) }
}
