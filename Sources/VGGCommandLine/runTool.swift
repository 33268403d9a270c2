import ArgumentParser
import VGGFiles

/// Does what the process's arguments ask of `tool`, and ends the process.
///
/// As `main()` of swift-argument-parser, but help that cannot be written is an error like any other
/// output.
package func runTool(_ tool: any ParsableCommand.Type) -> Never {
  do {
    var command = try tool.parseAsRoot()
    try command.run()
    Platform.endProcess(status: 0)
  } catch {
    let status = tool.exitCode(for: error)
    let message = tool.fullMessage(for: error)
    guard status.isSuccess, !message.isEmpty else { tool.exit(withError: error) }
    let isWritten = (try? Console.write(message + "\n")) != nil
    Platform.endProcess(status: (isWritten ? status : .cannotCreate).rawValue)
  }
}
