import VGGGraph
import VGGKernels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The steps that run a network on a given number of images, and the memory that they need.
///
/// It is a function of the graph and the options alone; schedules for fewer images of the same
/// program share its weights.
struct Schedule: Sendable {
  let steps: [Step]
  /// Bytes of each arena.
  let arenaBytes: [Int]
  let scratchBytes: Int

  /// Refuses what this machine cannot hold; a system that lends memory it has not would end the
  /// process only when that is written to.
  func checkMemory() throws(UnrunnableNetwork) {
    let needed = packedBytes + arenaBytes.reduce(0, +) + scratchBytes
    let memory = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    guard needed <= memory else {
      throw UnrunnableNetwork(
        description: "the network needs \(needed) bytes to run, and this machine has \(memory)")
    }
  }
}
