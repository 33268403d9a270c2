import ArgumentParser
import VGGCompute

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The threads and instructions of the processor to use.
struct ProcessorArguments: ParsableArguments {
  @Option(help: "Threads that compute together; default: one a processor.")
  var threads: Int?

  @Flag(help: "Convolve by plain sums only, without Winograd's fast algorithms.")
  var exact = false

  @Option(
    help: ArgumentHelp(
      "The processor's instructions to use; default: the best.",
      discussion: "Here: \(InstructionSet.available.map(\.description).joined(separator: ", "))."))
  var isa: String?

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The best instruction set if none is named.
  var instructionSet: InstructionSet { named ?? .best }

  private var named: InstructionSet? {
    InstructionSet.available.first { $0.description == isa }
  }

  func validate() throws {
    try ComputeLimits.validate(threads: threads)
    guard named == nil, let isa else { return }
    let known = InstructionSet.available.map(\.description).joined(separator: ", ")
    throw ValidationError("this processor has no \(isa); it has \(known)")
  }
}

extension ComputeLimits {
  /// Refuses thread counts that no network can run with.
  static func validate(threads: Int?) throws {
    guard let threads, !threadCounts.contains(threads) else { return }
    throw ValidationError(
      "--threads takes a number from \(threadCounts.lowerBound) to \(threadCounts.upperBound)")
  }
}
