import VGGKernels

/// The threads that compute together; one call at a time uses them.
package final class Team: @unchecked Sendable {
  package let pointer: OpaquePointer

  /// `nil` when the system starts no more threads, or has none of these instructions.
  package init?(threads: Int, instructionSet: vgg_isa) {
    guard let team = vgg_team_create(Int32(threads), instructionSet) else { return nil }
    pointer = team
  }

  deinit {
    vgg_team_destroy(pointer)
  }
}
