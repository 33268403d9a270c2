import VGGKernels

/// The threads that compute together; one call at a time uses them.
final class Team: @unchecked Sendable {
  let pointer: OpaquePointer

  /// - Throws: ``UnrunnableNetwork`` when the system starts no more threads.
  init(_ options: ExecutionOptions) throws(UnrunnableNetwork) {
    guard let team = vgg_team_create(Int32(options.threads), options.instructionSet.value) else {
      throw UnrunnableNetwork(description: "\(options.threads) threads cannot be started")
    }
    pointer = team
  }

  deinit {
    vgg_team_destroy(pointer)
  }
}
