import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGData
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGWeights

/// The classes that a weight file was trained on, if it names them.
struct ClassNames {
  let file: String
  /// The names in the order of the outputs.
  let names: [String]?

  /// - Throws: The exit status, after saying why the file cannot be used.
  init(of file: String) throws {
    self.file = file
    do throws(WeightError) {
      names = try WeightFile(path: file).classes()
    } catch {
      throw Inputs.report(error)
    }
  }

  /// Checks that the network classifies.
  ///
  /// - Throws: The exit status, after saying that it does not.
  static func requireClasses(of graph: ModelGraph) throws {
    guard graph.outcome == .features else { return }
    Console.reportError(
      Console.language.runPhrases.noClasses(
        printable(graph.name), output: "\(graph.output)"))
    throw ExitCode.unsound
  }

  /// Checks that the names fit the network's outputs and labels.
  ///
  /// - Throws: The exit status, after the diagnostic.
  func check(_ graph: ModelGraph, _ compilation: Compilation, in language: Language) throws {
    // If a network ends before its classifier, the weights may still be those of a whole network.
    guard let names, graph.outcome != .features else { return }
    try Self.report(
      checkClasses(names, of: file, fit: graph), of: compilation.sources, in: language)
  }

  /// The photos of `folder` with the network's indices: by the folders' names if the weights have
  /// names, else in the order of the folders.
  ///
  /// - Throws: The exit status, after reporting the mismatch.
  func labelled(
    _ folder: PhotoFolder, for graph: ModelGraph, _ compilation: Compilation,
    in language: Language
  ) throws -> PhotoFolder {
    guard let names else {
      try Self.check(folder, fit: graph, compilation, in: language)
      return folder
    }
    try check(graph, compilation, in: language)
    do throws(PhotoFolderError) {
      return try folder.labelled(asIn: names, of: file)
    } catch {
      Console.reportError(language.runPhrases.words(for: error), in: language)
      throw ExitCode.unsound
    }
  }

  /// Checks that a folder's classes fit the network's outputs and labels.
  ///
  /// - Throws: The exit status, after the diagnostic.
  static func check(
    _ folder: PhotoFolder, fit graph: ModelGraph, _ compilation: Compilation,
    in language: Language
  ) throws {
    try report(
      checkClasses(folder.classes, of: folder.path, empty: folder.emptyClasses, fit: graph),
      of: compilation.sources, in: language)
  }

  private static func report(
    _ diagnostic: Diagnostic?, of sources: SourceMap, in language: Language
  ) throws {
    guard let diagnostic else { return }
    Inputs.show([diagnostic], of: sources, in: language)
    throw ExitCode.unsound
  }
}
