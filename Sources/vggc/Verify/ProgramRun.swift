import VGGCommandLine
import VGGFiles

/// A program that was run to its end, with its output.
struct ProgramRun {
  /// The exit status, or 128 plus the number of the signal that ended it.
  let status: Int32
  let output: String
  let errors: String

  /// Runs `program`, a path or a name that is looked up as in a shell.
  ///
  /// - Parameter input: The path of the file that it reads as standard input; none if `nil`.
  /// - Throws: ``Missing`` if there is no such program; ``BackendFailure`` if it cannot be
  ///   started.
  static func of(
    _ program: String, _ arguments: [String], input: String? = nil
  ) throws -> ProgramRun {
    var printed: [ChildProcess.Stream: [UInt8]] = [:]
    do throws(ChildProcess.SpawnFailure) {
      let status = try ChildProcess.run([program] + arguments, input: input ?? "/dev/null") {
        printed[$0, default: []] += $1
        return true
      }
      return ProgramRun(
        status: status, output: String(decoding: printed[.output] ?? [], as: UTF8.self),
        errors: String(decoding: printed[.errors] ?? [], as: UTF8.self))
    } catch {
      guard error.isMissing else {
        throw BackendFailure(.notStarted(program, reason: error.reason))
      }
      throw Missing()
    }
  }

  /// The error for a program that does not exist.
  struct Missing: Error {}

  var isSuccess: Bool { status == 0 }

  /// The last line of its error output, or the way it ended if it printed nothing.
  var fault: BackendFault {
    errors.split(separator: "\n").last.map { BackendFault.quoted(String($0)) }
      ?? .exited(status: status)
  }
}
