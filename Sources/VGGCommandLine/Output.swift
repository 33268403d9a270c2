import ArgumentParser
import VGGDiagnostics
import VGGFiles

/// Writes result files.
package enum Output {
  /// Writes a whole file, or leaves the previous one.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  package static func write(
    _ bytes: [UInt8], to path: String, makingFolders: Bool = false
  ) throws {
    if makingFolders {
      return try writeTogether { try $0.add(bytes, to: path) }
    }
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw reportUnwritable(path, error.reason)
    }
  }

  /// Writes a text to a file, whole or not at all, or to standard output if there is no path.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  package static func write(_ text: String, to path: String?) throws {
    guard let path else { return try Console.write(text) }
    try write(Array(text.utf8), to: path)
  }

  /// Writes the output of `body`, piece by piece, to a file, whole or not at all, or to standard output
  /// if there is no path.
  ///
  /// - Throws: Any error of `body`, or the exit status for output that cannot be written, after saying why.
  package static func write(to path: String?, _ body: (TextSink) throws -> Void) throws {
    guard let path else {
      let output = FileDescriptorWriter(descriptor: Console.Stream.output.rawValue)
      guard let reason = try pieces(to: output, body) else { return }
      throw Console.reportUnwritable(.system(reason))
    }
    var failure: (any Error)?
    do throws(UnwritableFile) {
      try AtomicFile.write(to: path) { pieces(to: $0, body, failure: &failure) }
    } catch {
      throw failure ?? reportUnwritable(path, error.reason)
    }
  }

  /// Adds a file with the output of `body`, written piece by piece, to files that are written together.
  ///
  /// - Throws: Any error of `body`; `UnwritablePath`.
  package static func add(
    to path: String, in group: FileGroup, _ body: (TextSink) throws -> Void
  ) throws {
    var failure: (any Error)?
    do {
      try group.add(to: path) { pieces(to: $0, body, failure: &failure) }
    } catch {
      throw failure ?? error
    }
  }

  /// Writes the output of `body`; returns the reason if that fails.
  ///
  /// - Parameter failure: The error thrown by `body`.
  private static func pieces(
    to file: FileDescriptorWriter, _ body: (TextSink) throws -> Void, failure: inout (any Error)?
  ) -> String? {
    do {
      return try pieces(to: file, body)
    } catch {
      failure = error
      return WritingObstacle.content.rawValue
    }
  }

  /// Writes the output of `body`; returns the system's reason if that fails.
  private static func pieces(
    to file: FileDescriptorWriter, _ body: (TextSink) throws -> Void
  ) rethrows -> String? {
    var reason: String?
    let sink = TextSink { piece in
      if reason == nil { reason = file.write(piece) }
    }
    try body(sink)
    sink.flush()
    return reason
  }

  /// Writes the files that `body` adds, with the folders that they need: all of them, or none if one
  /// cannot be written.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why; any error of `body`.
  package static func writeTogether(_ body: (FileGroup) throws -> Void) throws {
    do {
      try FileGroup.write(body)
    } catch let error as UnwritablePath {
      throw reportUnwritable(error.path, error.reason)
    }
  }

  /// Makes a folder and its parent folders if they do not exist.
  ///
  /// - Parameter path: The file to be written, for the message.
  package static func makeFolder(_ folder: String, for path: String) throws {
    do {
      try makeFolders(folder)
    } catch {
      throw reportUnwritable(path, error.reason)
    }
  }

  /// Reports why `path` cannot be written, in the system's words.
  package static func reportUnwritable(_ path: String, _ reason: String) -> ExitCode {
    reportUnwritable(path, .system(reason))
  }

  /// Reports why `path` is not written.
  package static func reportUnwritable(_ path: String, _ refusal: WritingRefusal) -> ExitCode {
    Console.reportError(Console.language.faults.cannotWrite(path, refusal))
    return .cannotCreate
  }
}
