#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals with which a user or the system ends a server: Ctrl-C's, and the one to terminate.
enum StopSignals {
  /// Keeps the signals for ``wait()``: in this thread, and in those and the programs that it starts.
  static func hold() {
    var signals = all
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Lets the signals end this thread's program again, and what it starts.
  static func release() {
    var signals = all
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Returns once one of the signals has come, also where it came before.
  static func wait() {
    var signals = all
    var received: Int32 = 0
    while sigwait(&signals, &received) != 0 {}
  }

  private static var all: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    return signals
  }
}
