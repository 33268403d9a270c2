import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program that is run to its end, with what it printed.
struct ChildProcess {
  let status: TerminationStatus
  let output: String
  let errors: String

  /// Runs `program`, a path or a name that is looked up on the search path.
  ///
  /// - Parameter input: what the program reads from its standard input.
  /// - Throws: ``Missing`` when there is no such program; what `Subprocess` throws otherwise.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = []
  ) async throws -> ChildProcess {
    do {
      let result = try await Subprocess.run(
        program.contains("/") ? .path(FilePath(program)) : .name(program),
        arguments: Arguments(arguments), input: .array(input), output: .string(limit: mostText),
        error: .string(limit: mostText))
      return ChildProcess(
        status: result.terminationStatus, output: result.standardOutput,
        errors: result.standardError)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw Missing(program: program)
    }
  }

  /// There is no such program.
  struct Missing: Error {
    let program: String
  }

  /// More than any of the programs prints.
  private static let mostText = 1 << 26

  /// The last line of what it said went wrong, and how it ended where it said nothing.
  var complaint: String {
    errors.split(separator: "\n").last.map(String.init) ?? "it ended with \(status)"
  }
}
