import ArgumentParser
import VGGDiagnostics
import VGGFiles

/// The command line's two output streams, and the properties of the terminal behind them.
package enum Console {
  /// A stream of text to the user.
  package enum Stream: Int32 {
    case output = 1
    case error = 2

    /// Colour only on a terminal, and only if the user has not disabled it.
    package var style: TerminalStyle {
      let refused =
        Platform.environmentVariable("NO_COLOR")?.isEmpty == false
        || Platform.environmentVariable("TERM") == "dumb"
      return isTerminal && !refused ? .ansi : .plain
    }

    package var isTerminal: Bool { Platform.isTerminal(rawValue) }

    /// The terminal's columns; 80 if there isn't one.
    package var width: Int {
      if let columns = Platform.environmentVariable("COLUMNS").flatMap({ Int($0) }), columns > 0 {
        return columns
      }
      return isTerminal ? Platform.terminalWidth(rawValue) ?? 80 : 80
    }
  }

  /// The language of this process's messages, from its arguments and its environment. Build systems match the messages of
  /// the plugin's tool, so they are in English.
  package static let language =
    program == "vggc-build"
    ? .english
    : Language(arguments: Platform.arguments, environment: Platform.environmentVariable)

  /// Writes a result to standard output.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  package static func write(_ text: String) throws {
    // A path's bytes are printed unchanged.
    try PathText.bytes(of: text).withUnsafeBytes { try write($0) }
  }

  /// Writes the bytes of a result to standard output.
  package static func write(_ bytes: UnsafeRawBufferPointer) throws {
    let output = FileDescriptorWriter(descriptor: Stream.output.rawValue)
    guard let failure = output.write(bytes) else { return }
    throw reportUnwritable(.system(failure))
  }

  /// Reports why standard output cannot be written.
  package static func reportUnwritable(_ refusal: WritingRefusal) -> ExitCode {
    reportError(language.faults.cannotWriteOutput(refusal))
    return .cannotCreate
  }

  /// Writes diagnostics and remarks to standard error; failures are ignored, since they cannot be reported.
  package static func writeError(_ text: String) {
    _ = FileDescriptorWriter(descriptor: Stream.error.rawValue).write(text)
  }

  /// Reports an error in the command itself, as opposed to the configuration.
  ///
  /// - Parameter language: The message's language.
  package static func reportError(_ message: String, in language: Language = Console.language) {
    say(message, as: language.commandPhrases.headings.error, .red)
  }

  /// Warns that the result is probably not what the user wants.
  package static func warn(_ message: String, in language: Language = Console.language) {
    say(message, as: language.commandPhrases.headings.warning, .yellow)
  }

  /// Reports something the user should know, such as which file was taken.
  package static func remark(_ message: String, in language: Language = Console.language) {
    say(message, as: language.commandPhrases.headings.note, .cyan)
  }

  private static func say(_ message: String, as kind: String, _ colour: TerminalStyle.Colour) {
    writeError(
      "\(program): \(Stream.error.style.coloured("\(kind):", colour)) \(printable(message))\n")
  }

  /// The running program's name in messages.
  private static let program =
    (Platform.arguments.first ?? "").split(separator: "/").last.map(String.init) ?? "vggc"
}
