import ArgumentParser
import VGGCompiler
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec

extension Inputs {
  /// The configuration that `name` stands for, compiled, after its diagnostics have been shown.
  ///
  /// - Throws: The exit status, after saying why, where it has errors.
  package static func compileSound(
    _ name: String, model: ModelOptions, input: MapShape? = nil
  ) throws -> Compilation {
    let found = try find(name)
    found.announce()
    let compilation = try compile(found.file, model: model, input: input)
    show(compilation)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    return compilation
  }

  /// The configuration that `name` stands for with all of its models, compiled, after its
  /// diagnostics have been shown.
  ///
  /// - Throws: The exit status, after saying why, where it has errors.
  package static func compileAllSound(_ name: String, input: MapShape? = nil) throws -> Compilation
  {
    try compileAllSound(find(name), input: input)
  }

  /// The same of a configuration that was found.
  package static func compileAllSound(
    _ found: FoundConfiguration, input: MapShape? = nil
  ) throws -> Compilation {
    found.announce()
    let pipeline = CompilerPipeline(
      reader: ConfigurationFinder.sourceReader(announcing: Console.remark), input: input)
    let compilation = pipeline.compileAll(found.file)
    show(compilation)
    guard !compilation.diagnostics.hasErrors else { throw ExitCode.unsound }
    return compilation
  }

  /// The checked network of a configuration that holds one, or of its chosen model.
  ///
  /// - Throws: The exit status, after saying why, where there is not one sound network.
  package static func oneGraph(
    _ name: String, model: ModelOptions, input: MapShape? = nil
  ) throws -> ModelGraph {
    try oneNetwork(name, model: model, input: input).graph
  }

  /// The same with the texts that its places point into.
  package static func oneNetwork(
    _ name: String, model: ModelOptions, input: MapShape? = nil
  ) throws -> (graph: ModelGraph, compilation: Compilation) {
    let compilation = try compileSound(name, model: model, input: input)
    guard compilation.graphs.count == 1, let graph = compilation.graphs.first else {
      let names = compilation.modelNames.joined(separator: ", ")
      Console.reportError("\(name) has the models \(names); choose with --model")
      throw ExitCode.usage
    }
    return (graph, compilation)
  }
}
