import Synchronization
import VGGFiles

/// Ctrl-C and the termination signal, as a flag that work in progress polls.
///
/// A second signal ends the process at once.
enum Interruption {
  private static let state = Atomic<Bool>(false)

  static var isRequested: Bool { state.load(ordering: .relaxed) }

  /// From now on, signals set the flag instead of ending the process.
  static func observe() {
    // Initialised before a signal can set it.
    state.store(false, ordering: .relaxed)
    for number in [Platform.interruptSignal, Platform.terminateSignal] {
      Platform.handle(number) { number in
        Interruption.state.store(true, ordering: .relaxed)
        Platform.restoreHandling(of: number)
      }
    }
  }
}
