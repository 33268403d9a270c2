import VGGCompute

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The options of a program's runs.
package struct ExecutionOptions: Hashable, Sendable {
  /// The most images in one run: 1 to 65,536.
  package var batch: Int
  /// The threads that compute together: 1 to 1,024.
  package var threads: Int
  /// Whether convolutions use plain sums only, without Winograd's algorithms.
  package var isExact: Bool
  /// Whether linear layers' weights are copied to huge pages, and by columns for few images: runs are faster,
  /// the start is slower. Otherwise they are read in place, even in a mapped file.
  package var copiesWeights: Bool
  package var instructionSet: InstructionSet

  package init(
    batch: Int = 1, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    isExact: Bool = false, copiesWeights: Bool = false, instructionSet: InstructionSet = .best
  ) {
    self.batch = batch
    self.threads = threads
    self.isExact = isExact
    self.copiesWeights = copiesWeights
    self.instructionSet = instructionSet
  }
}

extension ExecutionOptions {
  func startedTeam() throws(ComputeError) -> Team {
    try .started(threads: threads, instructionSet: instructionSet)
  }
}
