import VGGWeights

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
      guard let code = write(text, to: STDOUT_FILENO) else { exit(0) }
      _ = write(
        "\(program): error: cannot write the result: \(systemMessage(code))\n", to: STDERR_FILENO)
      exit(73)
    case .failure(let status, let message):
      _ = write(message + "\n", to: STDERR_FILENO)
      exit(status)
    }
  }
}

/// Writes all of `text`; returns the error number when it cannot.
private func write(_ text: String, to descriptor: Int32) -> Int32? {
  var text = text
  return text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
