import ArgumentParser
import VGGCommandLine
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
    if let threads { try checkRange("--threads", threads, in: ComputeLimits.threadCounts) }
    let available = InstructionSet.available
    guard let isa, !available.contains(isa) else { return }
    throw ValidationError(.instructions("\(isa)", known: available.map(\.description)))
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
