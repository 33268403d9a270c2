import ArgumentParser
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
