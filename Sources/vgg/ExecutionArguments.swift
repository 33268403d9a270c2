import ArgumentParser
import VGGExecution

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

  func options(batch: Int) -> ExecutionOptions {
    var options = ExecutionOptions(batch: batch, isExact: exact)
    if let threads { options.threads = threads }
    if let instructionSet { options.instructionSet = instructionSet }
    return options
  }
}
