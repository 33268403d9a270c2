import VGGFiles

/// The output and exit status of a program.
enum ProgramOutcome: Hashable, Sendable {
  /// Text for standard output.
  case success(String)
  /// An exit status and a message for standard error.
  case failure(Int32, String)

  /// Prints the text and ends the process; messages name the `program`.
  func finish(program: String) -> Never {
    switch self {
    case .success(let text):
      guard let reason = FileDescriptorWriter(descriptor: Platform.standardOutput).write(text)
      else {
        Platform.endProcess(status: 0)
      }
      printError("\(program): error: cannot write the result: \(reason)")
      Platform.endProcess(status: 73)
    case .failure(let status, let message):
      printError(message)
      Platform.endProcess(status: status)
    }
  }

  /// If standard error is also closed, only the exit status is left.
  private func printError(_ message: String) {
    _ = FileDescriptorWriter(descriptor: Platform.standardError).write(message + "\n")
  }
}
