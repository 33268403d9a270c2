import ArgumentParser
import VGGCommandLine

/// `vggc weights init`: initial weights for an untrained network.
struct WeightsInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Initialise a network's weights from a seed, as torchvision does.",
    discussion: """
      Convolutions use Kaiming normal initialisation (fan-out), linear layers N(0, 0.01); biases are 0, and batch \
      normalisation is the identity. Equal seeds produce equal files. A file whose weights vggc did not initialise is \
      not replaced.

      Examples:
        vggc weights init Configs/custom.yaml --seed 7 -o custom.safetensors
        vggc weights init Configs/vgg-paper.yaml --model D --seed 7 -o d.safetensors
      """)

  @Argument(
    help: "A configuration: a path, - for standard input, or a built-in's name.")
  var config: InputFile

  @OptionGroup var model: ModelOptions

  @OptionGroup var language: LanguageOptions

  @Option(help: "The seed of the weights.")
  var seed: UInt64

  @Option(
    name: .shortAndLong, help: "The safetensors file to write.")
  var output: OutputFile

  func run() throws {
    let graph = try Inputs.oneGraph(config.path, model: model, in: language.language)
    try Output.refuseToReplaceWeights(output.path)
    try Output.writeInitialWeights(of: graph, seed: seed, to: output.path)
  }
}
