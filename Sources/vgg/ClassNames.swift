import ArgumentParser
import VGGCommandLine
import VGGCompiler
import VGGData
import VGGDiagnostics
import VGGGraph
import VGGWeights

/// The classes that a file of weights was trained on, where it names them.
struct ClassNames {
  let file: String
  /// In the order of the outputs.
  let names: [String]?

  /// The names of something else, such as a folder.
  init(of source: String, names: [String]) {
    (file, self.names) = (source, names)
  }

  /// - Throws: The exit status, after saying why the file cannot be used.
  init(of file: String) throws {
    self.file = file
    do throws(WeightError) {
      names = try WeightFile(path: file).classes()
    } catch {
      Console.reportError("\(error)")
      throw error.exitCode
    }
  }

  /// That the names fit the network's outputs and labels.
  ///
  /// - Throws: The exit status, after the diagnostic.
  func check(_ graph: ModelGraph, _ compilation: Compilation) throws {
    guard let names else { return }
    try Self.check(names, of: file, fit: graph, in: compilation)
  }

  /// The photos of `folder` with the network's indices: by the folders' names where the weights have
  /// names, else in the order of the folders.
  ///
  /// - Throws: The exit status, after saying what does not fit.
  func labelled(
    _ folder: PhotoFolder, for graph: ModelGraph, _ compilation: Compilation
  ) throws -> PhotoFolder {
    guard let names else {
      try Self.check(folder.classes, of: folder.path, fit: graph, in: compilation)
      return folder
    }
    try check(graph, compilation)
    do throws(PhotoFolderError) {
      return try folder.labelled(asIn: names, of: file)
    } catch {
      Console.reportError("\(error)")
      throw ExitCode.unsound
    }
  }

  private static func check(
    _ names: [String], of source: String, fit graph: ModelGraph, in compilation: Compilation
  ) throws {
    guard let diagnostic = checkClasses(names, of: source, fit: graph) else { return }
    Inputs.show([diagnostic], in: compilation.sources)
    throw ExitCode.unsound
  }
}
