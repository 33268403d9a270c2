import ArgumentParser
import VGGDiagnostics
import VGGGraph
import VGGWeightFit
import VGGWeights

/// The options of commands that start from another network's weights: the parts to keep if not all fit.
package struct StartOptions: ParsableArguments {
  /// The options' rules, for the help of the commands that take them.
  package static let explanation = """
    With --drop-head, the first linear layer that does not fit and all layers after it are initialised from a seed; the \
    layers before it are kept. This serves networks with other classes, other hidden layers or another image size, and \
    files with only the features. With --adapt-input, a first convolution with three channels is adapted to one (the \
    three are added, as for a grey photo used as red, green and blue) or to four (the fourth starts at zero).
    """

  @Flag(help: "Replace the linear layers with new ones, from the first that does not fit.")
  package var dropHead = false

  @Flag(help: "Adapt the first convolution from three channels to the network's one or four.")
  package var adaptInput = false

  package init() {}

  /// The first chosen option, as it is written on the command line.
  package var first: String? {
    dropHead ? "--drop-head" : adaptInput ? "--adapt-input" : nil
  }

  /// The weights that `graph` starts from, after reporting which layers are kept and which are new.
  ///
  /// - Parameter path: The file of `weights`, for messages.
  /// - Throws: The exit status, after saying why, if they do not fit.
  package func source(
    _ weights: RenamedWeights, for graph: ModelGraph, seed: UInt64, of path: String,
    in language: Language
  ) throws -> StartingWeights<RenamedWeights> {
    let source = try StartingWeights(
      weights, holding: weights.tensors, for: graph.tensorDescriptions, dropsHead: dropHead,
      adaptsInput: adaptInput, seed: seed, slopes: graph.slopeNames)
    if !source.plan.isComplete || first == nil {
      try Inputs.refuseWeights(WeightFit(weights.names, of: path, for: graph), in: language)
    }
    if first != nil { announce(source.plan, seed: seed, in: language) }
    return source
  }

  private func announce(_ plan: StartPlan, seed: UInt64, in language: Language) {
    let phrases = language.commandPhrases
    if let adapted = plan.adapted { Console.remark(phrases.adapted(adapted), in: language) }
    if adaptInput, plan.adapted == nil {
      Console.remark(phrases.keptFirstConvolution, in: language)
    }
    guard dropHead else { return }
    guard let firstNew = plan.new.first else {
      return Console.remark(phrases.keptLastLayer, in: language)
    }
    let followers = plan.new.dropFirst().map(\.name)
    Console.remark(
      phrases.start(keeping: plan.kept, seed: seed, firstNew, followers: followers), in: language)
  }
}
