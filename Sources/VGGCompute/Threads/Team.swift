import VGGKernels

/// The threads that compute together; one call at a time uses them.
package final class Team: @unchecked Sendable {
  /// The kernels' handle.
  let pointer: OpaquePointer
  package let threads: Int
  package let instructionSet: InstructionSet

  /// `nil` when the system starts no more threads, or has none of these instructions.
  package init?(threads: Int, instructionSet: InstructionSet) {
    guard let team = vgg_team_create(Int32(threads), instructionSet.value) else { return nil }
    pointer = team
    self.threads = threads
    self.instructionSet = instructionSet
  }

  deinit {
    vgg_team_destroy(pointer)
  }

  /// The started team.
  ///
  /// - Throws: ``ComputeError`` when the system starts no more threads.
  package static func started(
    threads: Int, instructionSet: InstructionSet
  ) throws(ComputeError) -> Team {
    guard let team = Team(threads: threads, instructionSet: instructionSet) else {
      throw .noThreads(threads)
    }
    return team
  }

  /// The floating-point operations per second that the threads can do at best, measured in registers
  /// alone.
  package func measurePeak() -> Double { vgg_measure_peak(pointer) }
}
