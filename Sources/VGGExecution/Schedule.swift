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
  ///
  /// - Parameter others: bytes that are needed besides, such as the images'; as a `Double`, which no
  ///   network is too large for.
  func checkMemory(besides others: Double) throws(UnrunnableNetwork) {
    let needed = Double(packedBytes + arenaBytes.reduce(0, +) + scratchBytes) + others
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    guard needed <= memory else {
      let (mebibytes, has) = (Int(needed / 0x1p20), Int(memory / 0x1p20))
      throw UnrunnableNetwork(
        description: "the network needs \(mebibytes) MiB to run, and this machine has \(has) MiB")
    }
  }
}
