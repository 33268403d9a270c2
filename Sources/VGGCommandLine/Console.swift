import ArgumentParser
import VGGDiagnostics
import VGGFiles

/// The two streams of the command line, and what is known of the terminal behind them.
package enum Console {
  /// A stream of text to the user.
  package enum Stream: Int32 {
    case output = 1
    case error = 2

    /// Colour only on a terminal, and only where the user has not said no.
    package var style: TerminalStyle {
      let refused =
        Platform.environmentVariable("NO_COLOR")?.isEmpty == false
        || Platform.environmentVariable("TERM") == "dumb"
      return isTerminal && !refused ? .ansi : .plain
    }

    package var isTerminal: Bool { Platform.isTerminal(rawValue) }

    /// The terminal's columns; 80 where there is none.
    package var width: Int {
      if let columns = Platform.environmentVariable("COLUMNS").flatMap({ Int($0) }), columns > 0 {
        return columns
      }
      return isTerminal ? Platform.terminalWidth(rawValue) ?? 80 : 80
    }
  }

  /// Writes a result to standard output.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  package static func write(_ text: String) throws {
    // A path's bytes are printed as they are.
    try PathText.bytes(of: text).withUnsafeBytes { try write($0) }
  }

  /// The same with bytes.
  package static func write(_ bytes: UnsafeRawBufferPointer) throws {
    let output = FileDescriptorWriter(descriptor: Stream.output.rawValue)
    guard let failure = output.write(bytes) else { return }
    throw reportUnwritable(failure)
  }

  /// Says why standard output cannot be written.
  static func reportUnwritable(_ reason: String) -> ExitCode {
    reportError("cannot write to standard output: \(reason)")
    return .cannotCreate
  }

  /// Writes diagnostics and remarks to standard error; there is no one to tell where that fails.
  package static func writeError(_ text: String) {
    _ = FileDescriptorWriter(descriptor: Stream.error.rawValue).write(text)
  }

  /// Says what went wrong with the command itself, as opposed to the configuration.
  ///
  /// - Parameter language: The message's.
  package static func reportError(_ message: String, in language: Language = .english) {
    say(message, as: language.commandPhrases.headings.error, .red)
  }

  /// Says what is probably not what the user wants.
  package static func warn(_ message: String, in language: Language = .english) {
    say(message, as: language.commandPhrases.headings.warning, .yellow)
  }

  /// Says what the user should know, such as which file was taken.
  package static func remark(_ message: String, in language: Language = .english) {
    say(message, as: language.commandPhrases.headings.note, .cyan)
  }

  private static func say(_ message: String, as kind: String, _ colour: TerminalStyle.Colour) {
    writeError(
      "\(program): \(Stream.error.style.coloured("\(kind):", colour)) \(printable(message))\n")
  }

  /// The running program, as it calls itself in messages.
  private static let program =
    (Platform.arguments.first ?? "").split(separator: "/").last.map(String.init) ?? "vggc"
}
