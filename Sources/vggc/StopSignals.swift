import VGGFiles

/// The signals with which a user or the system ends a server: Ctrl-C's, and the one to terminate.
enum StopSignals {
  private static let all = [
    Platform.interruptSignal, Platform.terminateSignal, Platform.hangUpSignal,
  ]

  /// Keeps the signals for ``wait()``: in this thread, and in those and the programs that it starts.
  static func hold() { Platform.block(all) }

  /// Lets the signals end this thread's program again, and what it starts.
  static func release() { Platform.unblock(all) }

  /// Returns once one of the signals has come, also where it came before.
  static func wait() { Platform.wait(for: all) }
}
