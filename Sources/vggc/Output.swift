import ArgumentParser
import VGGFiles

/// Writing result files.
enum Output {
  /// Writes a whole file, or leaves what was there.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      Console.complain("cannot write \(path): \(error.reason)")
      throw ExitCode.cannotCreate
    }
  }
}
