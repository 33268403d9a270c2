import CSpawn
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that a test has started, and its output so far.
///
/// Foundation's `Process` notices a program's end by a socket that programs started at the same time can inherit,
/// so that hundreds of runs in parallel may leave one waiting forever. This type asks the system for the end.
package final class RunningTool {
  package let process: Int32
  /// The program's end; `nil` while it runs.
  package private(set) var end: End?
  private let words: [String]
  private let scratch: TemporaryFolder

  package enum End: Equatable {
    case exit(status: Int32)
    case signal(Int32)
  }

  /// A program that did not end, or print, in time.
  package struct Overdue: Error, CustomStringConvertible {
    package let description: String
  }

  private struct CannotStart: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts the first of `words`, a path or a name that is looked up as in a shell, with the others as its
  /// arguments.
  ///
  /// - Parameters:
  ///   - folder: The program's working folder; the test's if not given.
  ///   - input: The program's standard input.
  ///   - environment: The program's environment; the test's if not given.
  package init(
    _ words: [String], in folder: URL? = nil, input: Data = Data(),
    environment: [String: String]? = nil
  ) throws {
    self.words = words
    scratch = try TemporaryFolder()
    let source = try scratch.write(input, to: "input")
    let output = try scratch.write("", to: "output")
    let errors = try scratch.write("", to: "errors")
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, source, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY, 0)
    if let folder { cspawn_start_in(&actions, folder.path) }
    // A separate process group, so that its children end with it, and signals as they are in a new shell.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    cspawn_close_others(
      &actions, &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) } + [nil]
    let surroundings = environment ?? ProcessInfo.processInfo.environment
    let settings = surroundings.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(
      &process, words.first ?? "", &actions, &attributes, arguments, settings)
    guard code == 0 else {
      throw CannotStart(description: "\(words) does not start: \(String(cString: strerror(code)))")
    }
    self.process = process
  }

  deinit {
    guard end == nil else { return }
    kill(-process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// The output so far.
  package func output() throws -> String { try scratch.read("output") }

  /// The text on standard error so far.
  package func errors() throws -> String { try scratch.read("errors") }

  /// Sends the program a signal.
  package func send(_ signal: Int32) { kill(process, signal) }

  /// Waits for the program's end; a program that does not end is killed, with those that it started.
  ///
  /// - Throws: ``Overdue`` if it has not ended after `seconds`.
  package func wait(seconds: Int = 900) throws -> End {
    try wait(for: "end", seconds: seconds) { end }
  }

  /// Waits for the first line that the program prints.
  ///
  /// - Throws: ``Overdue`` if the program ends before, or prints no line for `seconds`.
  package func firstLine(seconds: Int = 60) throws -> Substring {
    try wait(for: "print a line", seconds: seconds) {
      let text = try output()
      if let lineEnd = text.firstIndex(of: "\n") { return text[..<lineEnd] }
      if let end { throw Overdue(description: "\(words) printed no line: \(end) \(try errors())") }
      return nil
    }
  }

  private func wait<Value>(
    for event: String, seconds: Int, _ value: () throws -> Value?
  ) throws -> Value {
    let start = ContinuousClock.now
    var pause: UInt32 = 500
    while true {
      notice()
      if let value = try value() { return value }
      guard start.duration(to: .now) < .seconds(seconds) else { break }
      usleep(pause)
      pause = min(2 * pause, 20_000)
    }
    kill(-process, SIGKILL)
    throw Overdue(
      description: "\(words) did not \(event) within \(seconds) seconds\n"
        + "\(try output().suffix(2000))\n\(try errors().suffix(2000))")
  }

  /// Asks the system whether the program has ended.
  private func notice() {
    var status: Int32 = 0
    guard end == nil, waitpid(process, &status, WNOHANG) == process else { return }
    let signal = status & 0x7f
    end = signal == 0 ? .exit(status: status >> 8 & 0xff) : .signal(signal)
  }
}
