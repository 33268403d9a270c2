import VGGCompute

/// The steps that run a network on a given number of images, and the memory that they need.
///
/// It depends on the graph and the options alone; schedules for fewer images of the same
/// program share its weights.
struct Schedule: Sendable {
  let steps: [Step]
  /// Bytes of each arena.
  let arenaBytes: [Int]
  /// Bytes of the taps' values, in the caller's memory.
  let tapBytes: Int
  let scratchBytes: Int

  /// Throws if this machine does not have the memory.
  ///
  /// - Parameter others: additional bytes that are needed, such as the images'; a `Double`, which is
  ///   large enough for every network.
  func checkMemory(besides others: Double) throws(ComputeError) {
    try ComputeLimits.checkMemory(
      Double(packedBytes + arenaBytes.reduce(0, +) + tapBytes + scratchBytes) + others,
      for: .running)
  }
}
