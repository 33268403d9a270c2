/// A program that this process runs, and whose output it reads as it arrives.
package enum ChildProcess {
  package enum Stream: Hashable {
    case output
    case errors
  }

  /// The reason why a program did not start.
  package struct SpawnFailure: Error {
    /// Whether there is no program of that name.
    package let isMissing: Bool
    package let reason: String
  }

  /// Runs a program to its end; the first of `words` is its name, which is looked up as a shell does.
  ///
  /// - Parameters:
  ///   - input: The path of the file for its standard input; none by default.
  ///   - take: Called with the program's output, piece by piece, and with an empty piece after a
  ///     tenth of a second without output. Once it returns false, nothing more is read, which ends a
  ///     program that goes on writing.
  /// - Returns: The exit status, or 128 plus the number of the signal that ended the program.
  package static func run(
    _ words: [String], input: String = "/dev/null", _ take: (Stream, UnsafeRawBufferPointer) -> Bool
  ) throws(SpawnFailure) -> Int32 {
    let (output, errors) = (try pipe(), try pipe())
    let process = try start(words, input: input, output: output.writing, errors: errors.writing)
    Platform.closeFile(output.writing)
    Platform.closeFile(errors.writing)
    read(output: output.reading, errors: errors.reading, take)
    return Platform.waitForProgram(process)
  }

  /// Reads both streams until both end, and closes them.
  private static func read(
    output: Int32, errors: Int32, _ take: (Stream, UnsafeRawBufferPointer) -> Bool
  ) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var open: [Stream: Int32] = [.output: output, .errors: errors]
    defer { for descriptor in open.values { Platform.closeFile(descriptor) } }
    while !open.isEmpty {
      let streams = Array(open)
      guard let isReady = Platform.readable(streams.map(\.value), milliseconds: 100) else {
        continue
      }
      if !isReady.contains(true), !take(.output, UnsafeRawBufferPointer(start: nil, count: 0)) {
        return
      }
      for ((stream, descriptor), isReady) in zip(streams, isReady) where isReady {
        let count = readRetrying(descriptor, into: buffer)
        guard count > 0 else {
          Platform.closeFile(descriptor)
          open[stream] = nil
          continue
        }
        if !take(stream, UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
      }
    }
  }

  private static func start(
    _ words: [String], input: String, output: Int32, errors: Int32
  ) throws(SpawnFailure) -> Int32 {
    switch Platform.startProgram(words, input: input, output: output, errors: errors) {
    case .success(let process): return process
    case .failure(let error):
      throw SpawnFailure(
        isMissing: Platform.isMissingFile(error.number),
        reason: Platform.text(ofError: error.number))
    }
  }

  private static func pipe() throws(SpawnFailure) -> (reading: Int32, writing: Int32) {
    guard let pipe = Platform.makePipe() else {
      throw SpawnFailure(isMissing: false, reason: systemError())
    }
    return pipe
  }
}
