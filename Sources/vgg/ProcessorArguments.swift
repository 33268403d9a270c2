import ArgumentParser
import VGGCompute

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The threads and instructions of the processor to use.
struct ProcessorArguments: ParsableArguments {
  @Option(help: "Number of threads (default: one per processor).")
  var threads: Int?

  @Flag(help: "Compute convolutions as plain sums, without Winograd's fast algorithms.")
  var exact = false

  @Option(
    help: ArgumentHelp(
      "Instruction set to use (default: the best).",
      discussion:
        "Available: \(InstructionSet.available.map(\.description).joined(separator: ", "))."))
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
    throw ValidationError("this processor doesn't support \(isa); it supports \(known)")
  }
}

extension ComputeLimits {
  /// Refuses thread counts that no network can run with.
  static func validate(threads: Int?) throws {
    guard let threads, !threadCounts.contains(threads) else { return }
    throw ValidationError(
      "--threads must be between \(threadCounts.lowerBound) and \(threadCounts.upperBound), not \(threads)"
    )
  }
}
