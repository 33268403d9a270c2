import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGGraph
import VGGWeightFit
import VGGWeights

/// `vggc weights check`: the tensors of a network that a file lacks, and the likely reason.
struct WeightsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether a weight file fits a network, and explain why if it doesn't.",
    discussion: """
      Lists the tensors that are missing, have a different shape, or are not read, with the likely reason: other \
      classes, another input size, batch normalisation, another configuration. Names from other programs are \
      recognised by their convention, or by the order and shapes of the tensors. A file with NaN or infinite values \
      does not fit either.

      Examples:
        vggc weights check D vgg16.pth
        vggc weights check Configs/vgg-paper.yaml vgg16.pth
        vggc weights check --format json Configs/custom.yaml custom.safetensors

      Exit status: 0 fits, 1 does not fit, 64 usage error, 66 a file that cannot be read.
      """)

  /// The format in which the answer is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(
    help: "A configuration: a path, - for standard input, or a built-in's name.")
  var config: InputFile

  @Argument(help: "A weight file.")
  var file: InputFile

  @OptionGroup var model: ModelOptions

  @OptionGroup var language: LanguageOptions

  @Option(help: "Output format.")
  var format: Format = .text

  func run() throws {
    let compilation = try Inputs.compileSound(config.path, model: model, in: language.language)
    let weights = try Inputs.openWeights(file.path, for: compilation.graphs)
    let report = WeightFitReport(
      file: file.path,
      fits: zip(weights, compilation.graphs).map { WeightFit($0.names, of: file.path, for: $1) })
    let stream = Console.Stream.output
    switch format {
    case .text:
      try Console.write(
        report.text(width: stream.width, style: stream.style, in: language.language))
    case .json: try Console.write(report.json())
    }
    guard report.fits.allSatisfy(\.fits) else { throw ExitCode.unsound }
    for (weights, graph) in zip(weights, compilation.graphs) {
      try refuseWhatIsNotFinite(weights, in: graph)
    }
  }

  private func refuseWhatIsNotFinite(_ weights: RenamedWeights, in graph: ModelGraph) throws {
    do {
      for tensor in graph.stateTensors {
        _ = try FiniteWeights(weights).tensor(tensor.name, shape: tensor.shape)
      }
    } catch let error as WeightError {
      Console.reportError(language.language.faults.words(for: error))
      throw ExitCode.unsound
    }
  }
}
