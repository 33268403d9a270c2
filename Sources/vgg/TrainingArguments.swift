import ArgumentParser
import VGGExecution
import VGGGraph
import VGGTraining

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// On what a network is trained.
struct TrainingArguments: ParsableArguments {
  @Option(help: "Threads that compute together; default: one a processor.")
  var threads: Int?

  @Flag(help: "Convolve by plain sums only, without Winograd's fast algorithms.")
  var exact = false

  @Option(help: "The processor's instructions to use; default: the best.")
  var isa: String?

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

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

  func options(
    _ recipe: TrainingRecipe, batch: Int, freezesFeatures: Bool
  ) -> TrainingOptions {
    TrainingOptions(
      recipe, batch: batch, threads: threadCount, instructionSet: instructionSet ?? .best,
      isExact: exact, freezesFeatures: freezesFeatures)
  }
}
