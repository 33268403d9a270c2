import VGGRuntime

extension Team {
  /// The team that `options` asks for.
  ///
  /// - Throws: ``UnrunnableNetwork`` when the system starts no more threads.
  static func started(_ options: ExecutionOptions) throws(UnrunnableNetwork) -> Team {
    let team = Team(threads: options.threads, instructionSet: options.instructionSet.value)
    guard let team else {
      throw UnrunnableNetwork(description: "\(options.threads) threads cannot be started")
    }
    return team
  }
}
