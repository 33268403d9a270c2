import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGModelFiles
import VGGWeights

/// `vggc import`: another tool's network as a configuration, and its weights under torchvision's names.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Convert another tool's model into a configuration and weights.",
    discussion: """
      FILE is an ONNX model, a Keras model (.keras, .h5, or the JSON of model.to_json()), a darknet .cfg, a Caffe \
      prototxt, a model as PyTorch prints it, or Python source with its layers. Its format is detected from its first \
      bytes, not its name. Nothing in it is executed. FROM is the file with the weights, if they are in a separate \
      file: darknet's .weights, a .caffemodel, Keras's .h5.

      Notes list the parts that are converted. A layer that no configuration can describe is reported with its position, \
      and nothing is written. Existing files are not replaced.

      Examples:
        vggc import vgg16.onnx
        vggc import vgg16.keras -o vgg16.yaml --weights vgg16.safetensors
        vggc import vgg-16.cfg vgg-16.weights -o vgg16.yaml --weights vgg16.safetensors
        vggc import deploy.prototxt VGG_ILSVRC_16_layers.caffemodel -o vgg16.yaml --weights vgg16.safetensors

      Exit status: 0 written, 1 a network that no configuration can describe, 64 usage error, 66 a file that cannot be \
      read, 73 a file that cannot be written.
      """)

  @Argument(help: "The model.")
  var file: InputFile

  @Argument(
    help: ArgumentHelp("The model's weights, if they are in another file.", valueName: "from"))
  var from: InputFile?

  @Option(
    name: .shortAndLong, help: "Write the configuration to this file instead of standard output.")
  var output: OutputFile?

  @OptionGroup var language: LanguageOptions

  @Option(help: "Write the weights to this safetensors file.")
  var weights: OutputFile?

  func validate() throws {
    if let from, weights == nil {
      throw ValidationError(.noWeightFile(from: "\(from)"))
    }
    if let weights, !weights.path.hasSuffix(".safetensors") {
      throw ValidationError(.notSafetensors(option: "--weights"))
    }
  }

  func run() throws {
    let imported = try ForeignModel.read(file.path, weights: from?.path, in: language.language)
    guard let text = imported.configuration else { throw ExitCode.unsound }
    let compilation = try ForeignModel.sound(text, of: file.path, in: language.language)
    if let output { try Output.refuseToReplaceAny(output.path) }
    guard let weights else { return try Output.write(text, to: output?.path) }
    guard let graph = compilation.graphs.first, compilation.graphs.count == 1 else {
      Console.reportError(
        language.language.importPhrases.hasSeveralNetworks("\(file)"), in: language.language)
      throw ExitCode.usage
    }
    try Output.refuseToReplaceConverted(weights.path)
    let source = try tensors(of: imported, for: graph)
    try Output.write(text, to: output?.path)
    try write(source, of: graph, to: weights.path)
  }

  private func tensors(of imported: ImportedFile, for graph: ModelGraph) throws -> ImportedWeights {
    do throws(WeightError) {
      if let weights = try imported.weights(for: graph) { return weights }
    } catch {
      Console.reportError(Console.language.faults.cannotReadWeights(error))
      throw ExitCode.noInput
    }
    Console.reportError(
      language.language.importPhrases.hasNoWeights("\(file)"), in: language.language)
    throw ExitCode.noInput
  }

  private func write(_ source: ImportedWeights, of graph: ModelGraph, to path: String) throws {
    let tensors = graph.tensorDescriptions
    try Output.writeWeights(.converting, of: tensors, to: path) { progress in
      try writeSafetensors(
        tensors, from: FiniteWeights(source), metadata: Output.conversionMetadata, to: path,
        progress: progress)
    }
    Console.remark(
      language.language.commandPhrases.wroteTensors(
        tensors.count, values: tensors.reduce(0) { $0 + ($1.elementCount ?? 0) }, to: "\(path)"),
      in: language.language)
  }
}
