import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGGraph

/// The network that a command runs, by default the one in the current folder.
struct ConfigurationArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A configuration's path, - for standard input, or the name of a built-in configuration; by default "
        + "the only configuration in the current folder.", valueName: "config"))
  var config: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  /// The checked network, after its diagnostics have been shown.
  ///
  /// - Throws: The exit status, after saying why, unless there is exactly one network without errors.
  func graph(in language: Language) throws -> ModelGraph {
    try network(in: language).graph
  }

  /// The same, with the texts that the network's source locations point into.
  func network(in language: Language) throws -> (graph: ModelGraph, compilation: Compilation) {
    try Inputs.oneNetwork(
      Inputs.nameOrOnlyOne(config?.path, in: language), model: model, input: input.shape,
      in: language)
  }
}
