import ArgumentParser
import VGGDiagnostics
import VGGFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two streams of the command line, and what is known of the terminal behind them.
package enum Console {
  /// A stream of text to the user.
  package enum Stream: Int32 {
    case output = 1
    case error = 2

    /// Colour only on a terminal, and only where the user has not said no.
    package var style: TerminalStyle {
      let refused = environment("NO_COLOR")?.isEmpty == false || environment("TERM") == "dumb"
      return isTerminal && !refused ? .ansi : .plain
    }

    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// The terminal's columns; 80 where there is none.
    package var width: Int {
      if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
      var size = winsize()
      guard isTerminal, ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
        return 80
      }
      return Int(size.ws_col)
    }
  }

  /// Writes a result to standard output.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  package static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// The same with bytes.
  package static func write(_ bytes: UnsafeRawBufferPointer) throws {
    let output = FileDescriptorWriter(descriptor: Stream.output.rawValue)
    guard let failure = output.write(bytes) else { return }
    reportError("cannot write to standard output: \(failure)")
    throw ExitCode.cannotCreate
  }

  /// Writes diagnostics and remarks to standard error; there is no one to tell where that fails.
  package static func writeError(_ text: String) {
    _ = FileDescriptorWriter(descriptor: Stream.error.rawValue).write(text)
  }

  /// Says what went wrong with the command itself, as opposed to the configuration.
  package static func reportError(_ message: String) {
    writeError("\(program): \(Stream.error.style.coloured("error:", .red)) \(printable(message))\n")
  }

  /// Says what the user should know, such as which file was taken.
  package static func remark(_ message: String) {
    writeError("\(program): \(Stream.error.style.coloured("note:", .cyan)) \(printable(message))\n")
  }

  /// The running program, as it calls itself in messages.
  private static let program =
    (CommandLine.arguments.first ?? "").split(separator: "/").last.map(String.init) ?? "vggc"

  /// The value of an environment variable.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
