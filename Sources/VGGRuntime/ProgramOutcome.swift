import VGGFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a program has to say when it ends.
enum ProgramOutcome: Hashable, Sendable {
  /// Text for standard output.
  case success(String)
  /// An exit status and a message for standard error.
  case failure(Int32, String)

  /// Prints the text and ends the process; messages name the `program`.
  func finish(program: String) -> Never {
    switch self {
    case .success(let text):
      guard let reason = FileDescriptorWriter(descriptor: STDOUT_FILENO).write(text) else {
        exit(0)
      }
      printError("\(program): error: cannot write the result: \(reason)")
      exit(73)
    case .failure(let status, let message):
      printError(message)
      exit(status)
    }
  }

  /// Where standard error is closed too, the exit status has to do.
  private func printError(_ message: String) {
    _ = FileDescriptorWriter(descriptor: STDERR_FILENO).write(message + "\n")
  }
}
