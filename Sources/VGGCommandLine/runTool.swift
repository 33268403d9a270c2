import ArgumentParser
import VGGFiles

/// Does what the process's arguments ask of `tool`, and ends the process.
///
/// As `main()` of swift-argument-parser, but help that cannot be written is an error like any other
/// output, and paths that are not UTF-8 are not repaired.
package func runTool(_ tool: any ParsableCommand.Type) -> Never {
  // What the user's limit forbids is then an error of writing, not the process's end.
  Platform.handleByInterrupting(Platform.fileSizeSignal)
  LastWords.prepare()
  do throws(MemoryShortage) {
    try MemoryLimit.checkBeginning()
  } catch {
    Console.reportError("a command needs \(error.needed) MiB of memory, and \(error.reason)")
    Platform.endProcess(status: ExitCode.unsound.rawValue)
  }
  do {
    var command = try tool.parseAsRoot(Array(Platform.arguments.dropFirst()))
    try command.run()
    Platform.endProcess(status: 0)
  } catch {
    let status = tool.exitCode(for: error)
    let message = tool.fullMessage(for: error)
    guard status.isSuccess, !message.isEmpty else {
      if !message.isEmpty { Console.writeError(PathText.shown(message) + "\n") }
      Platform.endProcess(status: status.rawValue)
    }
    let isWritten = (try? Console.write(message + "\n")) != nil
    Platform.endProcess(status: (isWritten ? status : .cannotCreate).rawValue)
  }
}
