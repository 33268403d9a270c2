import ArgumentParser
import VGGExecution

/// How a network is run.
struct ExecutionArguments: ParsableArguments {
  @OptionGroup var processor: ProcessorArguments

  /// Where linear layers' weights are read.
  enum WeightsPlace: String, ExpressibleByArgument, CaseIterable {
    case memory
    case file
  }

  @Option(
    help: ArgumentHelp(
      "Read linear layers' weights from memory, which is faster, or from the file, which starts sooner.",
      valueName: "memory|file"))
  var weightsIn: WeightsPlace?

  @Flag(help: "Keep packed weights beside the weight file, and map them on the next start.")
  var cache = false

  /// - Parameter copiesWeights: what to do where `--weights-in` does not say.
  func options(batch: Int, copiesWeights: Bool) -> ExecutionOptions {
    ExecutionOptions(
      batch: batch, threads: processor.threadCount, isExact: processor.exact,
      copiesWeights: weightsIn.map { $0 == .memory } ?? copiesWeights,
      instructionSet: processor.instructionSet)
  }
}
