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
      "Instruction set to use, by default the best that this processor has.", valueName: "name"))
  var isa: InstructionSet?

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The best instruction set if none is named.
  var instructionSet: InstructionSet { isa ?? .best }

  func validate() throws {
    try ComputeLimits.validate(threads: threads)
    let available = InstructionSet.available
    guard let isa, !available.contains(isa) else { return }
    let known = available.map(\.description).joined(separator: ", ")
    throw ValidationError("this processor doesn't support \(isa); it supports \(known)")
  }
}

/// Names of all instruction sets, so that the help is the same on every processor.
extension InstructionSet: ExpressibleByArgument {
  package init?(argument: String) {
    guard let named = Self.all.first(where: { $0.description == argument }) else { return nil }
    self = named
  }

  package static var allValueStrings: [String] { all.map(\.description) }
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
