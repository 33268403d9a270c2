#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a program is to run.
package struct ExecutionOptions: Hashable, Sendable {
  /// How many images one run takes at most.
  package var batch: Int
  /// How many threads compute together.
  package var threads: Int
  /// Convolve by plain sums only, without Winograd's algorithms.
  package var isExact: Bool
  package var instructionSet: InstructionSet

  package init(
    batch: Int = 1, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    isExact: Bool = false,
    instructionSet: InstructionSet = .best
  ) {
    self.batch = batch
    self.threads = threads
    self.isExact = isExact
    self.instructionSet = instructionSet
  }
}
