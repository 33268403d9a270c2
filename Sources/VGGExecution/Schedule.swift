import VGGCompute

/// The steps that run a network on a given number of images, and the memory that they need.
///
/// It is a function of the graph and the options alone; schedules for fewer images of the same
/// program share its weights.
struct Schedule: Sendable {
  let steps: [Step]
  /// Bytes of each arena.
  let arenaBytes: [Int]
  let scratchBytes: Int

  /// Refuses what this machine cannot hold.
  ///
  /// - Parameter others: bytes that are needed besides, such as the images'; as a `Double`, which no
  ///   network is too large for.
  func checkMemory(besides others: Double) throws(ComputeError) {
    try ComputeLimits.checkMemory(
      Double(packedBytes + arenaBytes.reduce(0, +) + scratchBytes) + others
    ) { "the network needs \($0) MiB to run" }
  }
}
