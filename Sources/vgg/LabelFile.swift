import ArgumentParser
import VGGCommandLine
import VGGFiles
import VGGFindings
import VGGGraph
import VGGPhrasebooks
import VGGSpec

/// A file with the classes' names, one per line.
enum LabelFile {
  private static let largest = 16 << 20

  /// The names in the file at `path`, one for each output of `graph`.
  ///
  /// - Throws: The exit status, after saying why.
  static func read(_ path: String, for graph: ModelGraph) throws -> [String] {
    let labels = try names(in: path)
    let outputs = graph.output.elementCount
    guard labels.count == outputs else {
      Console.reportError(
        "\(path) has \(labels.count) labels, but the network has \(outputs) outputs")
      throw ExitCode.unsound
    }
    return labels
  }

  private static func names(in path: String) throws -> [String] {
    let bytes: [UInt8]
    do {
      bytes = try BoundedFileReader(limit: largest).read(path)
    } catch {
      Console.reportError("cannot read \(path): \(error.reason)")
      throw ExitCode.noInput
    }
    do {
      return try labelNames(in: bytes)
    } catch {
      Console.reportError(
        "can't read label file \(path): \(EnglishFindings().words(for: error, in: path))")
      throw ExitCode.unsound
    }
  }
}
