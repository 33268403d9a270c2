import ArgumentParser
import VGGDiagnostics
import VGGFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writing result files.
package enum Output {
  /// Writes a whole file, or leaves what was there.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  package static func write(
    _ bytes: [UInt8], to path: String, makingFolders: Bool = false
  ) throws {
    if makingFolders { try makeFolder(of: path) }
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw reportUnwritable(path, error.reason)
    }
  }

  /// Writes a text to a file, whole or not at all, or where there is no path to standard output.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  package static func write(_ text: String, to path: String?) throws {
    guard let path else { return try Console.write(text) }
    try write(Array(text.utf8), to: path)
  }

  /// Writes what `body` writes, piece by piece, to a file, whole or not at all, or where there is no path
  /// to standard output.
  ///
  /// - Throws: What `body` throws, or the exit status for output that cannot be written, after saying why.
  package static func write(
    to path: String?, makingFolders: Bool = false, _ body: (TextSink) throws -> Void
  ) throws {
    guard let path else {
      let output = FileDescriptorWriter(descriptor: Console.Stream.output.rawValue)
      guard let reason = try pieces(to: output, body) else { return }
      throw Console.reportUnwritable(reason)
    }
    if makingFolders { try makeFolder(of: path) }
    var failure: (any Error)?
    do {
      try AtomicFile.write(to: path) { file in
        do {
          return try pieces(to: file, body)
        } catch {
          failure = error
          return "its text cannot be made"
        }
      }
    } catch {
      throw failure ?? reportUnwritable(path, error.reason)
    }
  }

  /// Writes what `body` writes; returns the system's reason where that fails.
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

  /// Makes the folder that is to hold `path`, and those above it.
  package static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    try makeFolder(String(path[..<slash]), for: path)
  }

  /// Makes a folder, with those that it stands in, where it is not there.
  ///
  /// - Parameter path: The file that is to be written, for the message.
  package static func makeFolder(_ folder: String, for path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw reportUnwritable(path, "the folder \(folder) cannot be made")
    }
  }

  /// Says why `path` cannot be written.
  package static func reportUnwritable(_ path: String, _ reason: String) -> ExitCode {
    Console.reportError("cannot write \(path): \(reason)")
    return .cannotCreate
  }
}
