import Synchronization

/// The signals that end a process, deferred while an unfinished file has a name in the file system: it
/// is finished or removed first.
///
/// Writing to files fails once a signal has arrived, so that the process ends soon. A second signal
/// ends it at once. Signals that the process handles in another way are left alone.
enum HeldSignals {
  private static let received = Atomic<Int32>(0)
  private static let state = Mutex((holders: 0, signals: [Int32]()))

  private static let all = [
    Platform.interruptSignal, Platform.terminateSignal, Platform.hangUpSignal,
  ]

  static var hasCome: Bool { received.load(ordering: .relaxed) != 0 }

  static func hold() {
    // Initialised before a signal handler needs it.
    _ = received.load(ordering: .relaxed)
    state.withLock { state in
      state.holders += 1
      guard state.holders == 1 else { return }
      state.signals = all.filter(Platform.isUnhandled)
      for number in state.signals {
        Platform.handle(number) { number in
          HeldSignals.received.store(number, ordering: .relaxed)
          Platform.restoreHandling(of: number)
        }
      }
    }
  }

  /// Ends the process if a signal has arrived, once no holder is left.
  static func release() {
    state.withLock { state in
      state.holders -= 1
      guard state.holders == 0 else { return }
      for number in state.signals { Platform.restoreHandling(of: number) }
    }
    guard state.withLock({ $0.holders }) == 0 else { return }
    let number = received.exchange(0, ordering: .relaxed)
    if number != 0 { Platform.send(number) }
  }
}
