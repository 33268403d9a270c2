#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a program is to run.
package struct ExecutionOptions: Hashable, Sendable {
  /// The batches and threads within which no arithmetic on them overflows, in training too.
  package static let batches = 1...65_536
  package static let threadCounts = 1...1_024

  /// How many images one run takes at most: 1 to 65,536.
  package var batch: Int
  /// How many threads compute together: 1 to 1,024.
  package var threads: Int
  /// Convolve by plain sums only, without Winograd's algorithms.
  package var isExact: Bool
  /// Copy linear layers' weights to huge pages, and by columns for few images: runs are faster,
  /// the start is slower. Otherwise they are read in place, from a mapped file too.
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
  /// That the batch and the threads lie in their bounds.
  func check() throws(UnrunnableNetwork) {
    guard Self.batches.contains(batch) else {
      throw UnrunnableNetwork(description: "a run takes 1 to 65536 images, not \(batch)")
    }
    guard Self.threadCounts.contains(threads) else {
      throw UnrunnableNetwork(description: "1 to 1024 threads compute together, not \(threads)")
    }
  }
}
