import ArgumentParser
import VGGCommandLine
import VGGCompiler
import VGGDiagnostics
import VGGGraph

/// The network that a command runs.
struct ConfigurationArgument: ParsableArguments {
  @Argument(
    help: "A configuration's path, - for standard input, or the name of a built-in configuration.",
    completion: .file())
  var config: String

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  /// The checked network, after its diagnostics have been shown.
  ///
  /// - Throws: The exit status, after saying why, where there is not one sound network.
  func graph() throws -> ModelGraph {
    try network().graph
  }

  /// The same with the texts that its places point into.
  func network() throws -> (graph: ModelGraph, compilation: Compilation) {
    let found = try Inputs.find(config)
    found.announce()
    let compilation = try Inputs.compile(found.file, model: model, input: input.shape)
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    Inputs.show(compilation)
    guard errors.isEmpty else { throw ExitCode.unsound }
    guard compilation.graphs.count == 1, let graph = compilation.graphs.first else {
      Console.complain(
        "\(config) has the models \(compilation.modelNames.joined(separator: ", ")); choose with --model"
      )
      throw ExitCode.usage
    }
    return (graph, compilation)
  }
}
