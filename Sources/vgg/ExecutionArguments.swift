import ArgumentParser
import VGGExecution

/// Options for running a network.
struct ExecutionArguments: ParsableArguments {
  @OptionGroup var processor: ProcessorArguments

  /// The place from which linear layers' weights are read.
  enum WeightsPlace: String, ExpressibleByArgument, CaseIterable {
    case memory
    case file
  }

  @Option(
    help: ArgumentHelp(
      "Read linear layers' weights from memory (runs faster) or from the file (starts sooner).",
      valueName: "memory|file"))
  var weightsIn: WeightsPlace?

  @Flag(help: "Cache packed weights next to the weight file, and map them on the next start.")
  var cache = false

  /// - Parameter copiesWeights: The default if `--weights-in` is not given.
  func options(batch: Int, copiesWeights: Bool) -> ExecutionOptions {
    ExecutionOptions(
      batch: batch, threads: processor.threadCount, isExact: processor.exact,
      copiesWeights: weightsIn.map { $0 == .memory } ?? copiesWeights,
      instructionSet: processor.instructionSet)
  }
}
