import ArgumentParser

/// `vggc weights`: what can be done with files of weights.
struct Weights: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Inspect and convert files of weights.",
    subcommands: [WeightsCheck.self, WeightsInfer.self, WeightsInit.self, WeightsFetch.self])
}
