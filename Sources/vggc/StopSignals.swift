import VGGFiles

/// The signals with which a user or the system ends a server: Ctrl-C's and the termination signal.
enum StopSignals {
  private static let all = [
    Platform.interruptSignal, Platform.terminateSignal, Platform.hangUpSignal,
  ]

  /// Blocks the signals for ``wait()``: in this thread, and in the threads and programs that it starts.
  static func hold() { Platform.block(all) }

  /// Lets the signals end this thread's program, and the programs it starts, again.
  static func release() { Platform.unblock(all) }

  /// Returns once one of the signals has come, including one that came before the call.
  static func wait() { Platform.wait(for: all) }
}
