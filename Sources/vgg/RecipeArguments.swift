import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGGraph
import VGGSpec

/// The parts of `training` as options, which override the configuration.
struct RecipeArguments: ParsableArguments {
  @Option(help: "Optimiser: sgd or adam.")
  var optimizer: String?

  @Option(help: "Learning rate.")
  var rate: String?

  @Option(help: "Momentum of sgd.")
  var momentum: String?

  @Option(help: "Weight decay.")
  var weightDecay: String?

  @Option(help: "Photos per step.")
  var batch: String?

  @Option(help: "Number of epochs.")
  var epochs: String?

  @Option(
    help: ArgumentHelp(
      "Learning rate schedule: constant, plateau, cosine, '{step: 30}', or a list of rates.",
      valueName: "schedule"))
  var schedule: String?

  @Option(help: "Maximum norm of the gradient of all weights together, or none.")
  var clip: String?

  @Option(help: "Share of each label's probability that is spread evenly over all classes.")
  var labelSmoothing: String?

  @Option(
    help: "Seed of the initial weights, the photos' order, the split, augmentation and dropout.")
  var seed: String?

  private var parts: [(key: TrainingKey, value: SourceFile)] {
    let values: [(TrainingKey, String?)] = [
      (.optimizer, optimizer), (.rate, rate), (.momentum, momentum), (.weightDecay, weightDecay),
      (.batch, batch), (.epochs, epochs), (.schedule, schedule), (.clip, clip),
      (.labelSmoothing, labelSmoothing), (.seed, seed),
    ]
    return values.compactMap { key, value in
      let option = key.rawValue.split(separator: "_").joined(separator: "-")
      return value.map { (key, SourceFile(option: "--\(option)", value: $0)) }
    }
  }

  /// The network's recipe, with the options applied.
  ///
  /// - Throws: The exit status, after reporting an invalid option.
  func recipe(of graph: ModelGraph, in language: Language) throws -> TrainingRecipe {
    var sources = SourceMap()
    let parts = parts
    guard !parts.isEmpty else { return graph.training }
    let (spec, diagnostics) = resolveTraining(parts, in: &sources)
    guard !diagnostics.hasErrors else {
      Inputs.show(diagnostics, of: sources, in: language)
      throw ExitCode.usage
    }
    if spec.rate != nil, spec.schedule == nil, case .rates = graph.training.schedule {
      Console.reportError(language.runPhrases.ratesAreListed, in: language)
      throw ExitCode.usage
    }
    return graph.training.overridden(by: spec)
  }
}
