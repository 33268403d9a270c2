import ArgumentParser
import VGGExecution
import VGGTraining

/// How a network is run.
struct ExecutionArguments: ParsableArguments {
  @Option(help: "Threads that compute together; default: one a processor.")
  var threads: Int?

  @Flag(help: "Convolve by plain sums only, without Winograd's fast algorithms.")
  var exact = false

  @Option(
    help: ArgumentHelp(
      "The processor's instructions to use; default: the best.",
      discussion: "Here: \(InstructionSet.available.map(\.description).joined(separator: ", "))."))
  var isa: String?

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

  private var instructionSet: InstructionSet? {
    guard let isa else { return .best }
    return InstructionSet.available.first { $0.description == isa }
  }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024")
    }
    guard instructionSet == nil, let isa else { return }
    let known = InstructionSet.available.map(\.description).joined(separator: ", ")
    throw ValidationError("this processor has no \(isa); it has \(known)")
  }

  /// - Parameter copiesWeights: what to do where `--weights-in` does not say.
  func options(batch: Int, copiesWeights: Bool) -> ExecutionOptions {
    var options = ExecutionOptions(
      batch: batch, isExact: exact,
      copiesWeights: weightsIn.map { $0 == .memory } ?? copiesWeights)
    if let threads { options.threads = threads }
    if let instructionSet { options.instructionSet = instructionSet }
    return options
  }

  /// The same for training, with the paper's optimiser.
  func trainingOptions(batch: Int) -> TrainingOptions {
    var options = TrainingOptions(batch: batch, isExact: exact)
    if let threads { options.threads = threads }
    if let instructionSet { options.instructionSet = instructionSet }
    return options
  }
}
