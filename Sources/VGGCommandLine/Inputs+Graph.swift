import ArgumentParser
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec

extension Inputs {
  /// The configuration that `name` stands for, compiled, after its diagnostics have been shown.
  ///
  /// - Throws: The exit status, after saying why, if it has errors.
  package static func compileSound(
    _ name: String, model: ModelOptions, input: MapShape? = nil, in language: Language
  ) throws -> Compilation {
    let found = try find(name, in: language)
    found.announce()
    let compilation = try compile(found.file, model: model, input: input, in: language)
    show(compilation, in: language)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    return compilation
  }

  /// The configuration that `name` stands for with all of its models, compiled, after its
  /// diagnostics have been shown.
  ///
  /// - Throws: The exit status, after saying why, if it has errors.
  package static func compileAllSound(
    _ name: String, input: MapShape? = nil, in language: Language
  ) throws -> Compilation {
    try compileAllSound(find(name, in: language), input: input, in: language)
  }

  /// The same for a configuration that was already found.
  package static func compileAllSound(
    _ found: FoundConfiguration, input: MapShape? = nil, in language: Language
  ) throws -> Compilation {
    found.announce()
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader(announcing: { Inputs.announce($0) }), input: input)
    let compilation = pipeline.compileAll(found.file)
    show(compilation, in: language)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    return compilation
  }

  /// The checked network of a configuration that holds one, or of its chosen model.
  ///
  /// - Throws: The exit status, after saying why, unless there is exactly one network without errors.
  package static func oneGraph(
    _ name: String, model: ModelOptions, input: MapShape? = nil, in language: Language
  ) throws -> ModelGraph {
    try oneNetwork(name, model: model, input: input, in: language).graph
  }

  /// The same, with the texts that the network's source locations point into.
  package static func oneNetwork(
    _ name: String, model: ModelOptions, input: MapShape? = nil, in language: Language
  ) throws -> (graph: ModelGraph, compilation: Compilation) {
    let compilation = try compileSound(name, model: model, input: input, in: language)
    guard compilation.graphs.count == 1, let graph = compilation.graphs.first else {
      let names = compilation.modelNames.joined(separator: ", ")
      Console.reportError(language.commandPhrases.severalModels(names, in: name), in: language)
      throw ExitCode.usage
    }
    return (graph, compilation)
  }
}
