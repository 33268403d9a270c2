import VGGCompute

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The options of a network's training, except the rate, which is an argument of each step.
package struct TrainingOptions: Hashable, Sendable {
  /// The most images in a step: 1 to 65,536.
  package var batch: Int
  /// The threads that compute together: 1 to 1,024. Results do not depend on it.
  package var threads: Int
  package var instructionSet: InstructionSet
  /// Whether convolutions use plain sums only, without Winograd's algorithms.
  package var isExact: Bool
  /// The seed of dropout's random numbers.
  package var seed: UInt64
  package var optimizer: Optimizer
  /// The largest norm of all gradients together; larger ones are scaled down to it.
  package var largestNorm: Double?
  /// The share of a label's probability that is spread over all classes: 0 up to, not including, 1.
  package var labelSmoothing: Double
  /// The frozen layers: they run as at inference.
  package var frozen: FrozenPart

  package init(
    batch: Int, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    instructionSet: InstructionSet = .best, isExact: Bool = false, seed: UInt64 = 0,
    optimizer: Optimizer = .paper, largestNorm: Double? = nil, labelSmoothing: Double = 0,
    frozen: FrozenPart = .nothing
  ) {
    self.batch = batch
    self.threads = threads
    self.instructionSet = instructionSet
    self.isExact = isExact
    self.seed = seed
    self.optimizer = optimizer
    self.largestNorm = largestNorm
    self.labelSmoothing = labelSmoothing
    self.frozen = frozen
  }
}

extension TrainingOptions {
  /// Throws if a number is out of range.
  func check() throws(ComputeError) {
    try ComputeLimits.check(batch: batch, threads: threads)
    guard (0..<1).contains(labelSmoothing) else {
      throw .setting(.labelSmoothing, labelSmoothing, range: 0..<1)
    }
    if let largestNorm, !(largestNorm > 0) { throw .gradientNorm(largestNorm) }
    try optimizer.check()
  }
}
