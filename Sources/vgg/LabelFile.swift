import ArgumentParser
import VGGCommandLine
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGSpec

/// A file with the classes' names, one per line.
enum LabelFile {
  private static let largest = 16 << 20

  /// The names in the file at `path`, one for each output of `graph`.
  ///
  /// - Throws: The exit status, after saying why.
  static func read(
    _ path: String, for graph: ModelGraph, in language: Language
  ) throws -> [String] {
    let labels = try names(in: path, language)
    let outputs = graph.output.elementCount
    guard labels.count == outputs else {
      Console.reportError(
        language.runPhrases.labels(labels.count, in: path, outputs: outputs), in: language)
      throw ExitCode.unsound
    }
    return labels
  }

  private static func names(in path: String, _ language: Language) throws -> [String] {
    let bytes: [UInt8]
    do {
      bytes = try BoundedFileReader(limit: largest).read(path)
    } catch {
      Console.reportError(language.runPhrases.cannotRead(path, error.cause), in: language)
      throw ExitCode.noInput
    }
    do {
      return try labelNames(in: bytes)
    } catch {
      Console.reportError(language.runPhrases.cannotReadLabels(path, error), in: language)
      throw ExitCode.unsound
    }
  }
}
