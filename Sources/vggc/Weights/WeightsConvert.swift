import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGWeightFit
import VGGWeights

/// `vggc weights convert`: any weight file as safetensors with torchvision's names.
struct WeightsConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a weight file to safetensors, with torchvision's names.",
    discussion: """
      Types, shapes and values stay the same; tensors that share memory are written separately. Names from other \
      programs become torchvision's, and Keras's kernels are converted to torchvision's order. The file is written \
      completely or not at all. An existing file that this command did not write is not replaced.

      With --for, exactly the tensors of that network are written, as F32, and they must fit; if names show only the \
      order of the layers, tensors are matched by shape. \(StartOptions.explanation)

      Examples:
        vggc weights convert vgg16-397923af.pth vgg16.safetensors
        vggc weights convert vgg16.pth start.safetensors --for flowers.yaml --drop-head --seed 1

      Exit status: 0 done, 1 weights that do not fit, 64 usage error, 66 a file that cannot be read or is not \
      a weight file, 73 output that cannot be written.
      """)

  @Argument(help: "A safetensors or .pth file.")
  var input: InputFile

  @Argument(help: "The safetensors file to write; its name must end in .safetensors.")
  var output: OutputFile

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Write the tensors of this configuration: a path, - for standard input, or a built-in's name.",
      valueName: "config"))
  var config: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var language: LanguageOptions

  @OptionGroup var start: StartOptions

  @Option(help: "With --drop-head: the seed of the new layers (default: 0).")
  var seed: UInt64?

  func validate() throws {
    guard output.path.hasSuffix(".safetensors") || FileKind(of: output.path) == .other else {
      throw ValidationError(.notSafetensors(option: "OUTPUT"))
    }
    if config == nil, model.name != nil {
      throw ValidationError(.requires("--model", anyOf: ["--for"]))
    }
    if config == nil, let option = start.first {
      throw ValidationError(.requires(option, anyOf: ["--for"]))
    }
    if !start.dropHead, seed != nil {
      throw ValidationError(.requires("--seed", anyOf: ["--drop-head"]))
    }
  }

  func run() throws {
    let graph = try config.map {
      try Inputs.oneGraph($0.path, model: model, in: language.language)
    }
    let weights = try Inputs.openWeights(input.path, for: graph)
    if graph == nil, let first = weights.names.namesInOrder.first {
      Console.remark(
        language.language.commandPhrases.namesAreKept("\(input)", first: quoted(first)),
        in: language.language)
    }
    try Output.refuseToReplaceConverted(output.path)
    let tensors = graph?.tensorDescriptions ?? weights.tensors
    if let graph {
      try write(weights, for: graph)
    } else {
      try Output.writeWeights(.converting, of: tensors, to: output.path) { progress in
        try writeSafetensors(
          copying: weights, metadata: Output.conversionMetadata, to: output.path, progress: progress
        )
      }
    }
    Console.remark(
      language.language.commandPhrases.wroteTensors(
        tensors.count, values: tensors.reduce(0) { $0 + ($1.elementCount ?? 0) }, to: "\(output)"),
      in: language.language)
  }

  // MARK: - For a network

  private func write(_ weights: RenamedWeights, for graph: ModelGraph) throws {
    let source = try start.source(
      weights, for: graph, seed: seed ?? 0, of: input.path, in: language.language)
    let tensors = graph.tensorDescriptions
    let keepsClasses = source.plan.new.isEmpty
    try Output.writeWeights(.converting, of: tensors, to: output.path) { progress in
      try writeSafetensors(
        tensors, from: FiniteWeights(source),
        metadata: Output.conversionMetadata.merging(
          keepsClasses ? weights.file.classesMetadata : [:]
        ) { own, _ in own }, to: output.path, progress: progress)
    }
  }
}
