import ArgumentParser
import VGGFiles

/// Runs `tool` with the process's arguments, and ends the process.
///
/// Like `main()` of swift-argument-parser, but help that cannot be written is an error like any other
/// output, and paths that are not UTF-8 are not repaired.
package func runTool(_ tool: any ParsableCommand.Type) -> Never {
  // Exceeding the user's file size limit is then a write error, instead of ending the process.
  Platform.handleByInterrupting(Platform.fileSizeSignal)
  LastWords.prepare(in: Console.language)
  guard CommandLine.argc > 0 else {
    // Without this, every command would print the help and succeed.
    Console.reportError(Console.language.usagePhrases.noArguments)
    Platform.endProcess(status: ExitCode.noInput.rawValue)
  }
  do throws(MemoryShortage) {
    try MemoryLimit.checkBeginning()
  } catch {
    Console.reportError(Console.language.faults.words(for: error))
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
      if !message.isEmpty {
        let words = Console.language.usagePhrases.usageMessage(PathText.shown(message))
        Console.writeError(words + "\n")
      }
      Platform.endProcess(status: status.rawValue)
    }
    let isWritten = (try? Console.write(message + "\n")) != nil
    Platform.endProcess(status: (isWritten ? status : .cannotCreate).rawValue)
  }
}
