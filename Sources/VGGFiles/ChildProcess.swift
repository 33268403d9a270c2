#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that another runs, and whose output it reads as it comes.
package enum ChildProcess {
  package enum Stream: Hashable {
    case output
    case errors
  }

  /// Why a program did not start.
  package struct SpawnFailure: Error {
    /// There is no program of the name.
    package let isMissing: Bool
    package let reason: String
  }

  /// Runs the program that `words` start with, found as a shell finds it, to its end.
  ///
  /// - Parameters:
  ///   - input: The path of the file that it reads as standard input; none if not given.
  ///   - take: Called with what the program writes, piece by piece, and with an empty piece where
  ///     nothing came for a tenth of a second; once it returns false nothing more is read, which ends
  ///     a program that goes on writing.
  /// - Returns: The exit status, or 128 and the number of the signal that ended the program.
  package static func run(
    _ words: [String], input: String = "/dev/null", _ take: (Stream, UnsafeRawBufferPointer) -> Bool
  ) throws(SpawnFailure) -> Int32 {
    let (output, errors) = (try pipe(), try pipe())
    let process = try spawn(words, input: input, output: output.writing, errors: errors.writing)
    close(output.writing)
    close(errors.writing)
    read(output: output.reading, errors: errors.reading, take)
    return exitStatus(of: process)
  }

  /// Reads both streams until both end, and closes them.
  private static func read(
    output: Int32, errors: Int32, _ take: (Stream, UnsafeRawBufferPointer) -> Bool
  ) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var open: [Stream: Int32] = [.output: output, .errors: errors]
    defer { for descriptor in open.values { close(descriptor) } }
    while !open.isEmpty {
      let streams = Array(open.keys)
      var polls = streams.map { pollfd(fd: open[$0] ?? -1, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&polls, nfds_t(polls.count), 100)
      if ready < 0, errno == EINTR { continue }
      if ready == 0, !take(.output, UnsafeRawBufferPointer(start: nil, count: 0)) { return }
      for (stream, poll) in zip(streams, polls) where poll.revents != 0 {
        let count = readRetrying(poll.fd, into: buffer)
        guard count > 0 else {
          close(poll.fd)
          open[stream] = nil
          continue
        }
        if !take(stream, UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
      }
    }
  }

  private static func spawn(
    _ words: [String], input: String, output: Int32, errors: Int32
  ) throws(SpawnFailure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], &actions, nil, arguments, environ)
    guard code == 0 else {
      throw SpawnFailure(isMissing: code == ENOENT, reason: String(cString: strerror(code)))
    }
    return process
  }

  /// Both ends of a pipe, which programs that are started do not inherit.
  private static func pipe() throws(SpawnFailure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let code = Glibc.pipe(&ends)
    #else
      let code = Darwin.pipe(&ends)
    #endif
    guard code == 0 else { throw SpawnFailure(isMissing: false, reason: systemError()) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func exitStatus(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? status >> 8 & 0xff : 128 + signal
  }
}
