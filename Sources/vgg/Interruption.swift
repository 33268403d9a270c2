import Synchronization
import VGGFiles

/// Ctrl-C and the request to end, as a question that work in progress asks itself now and then.
///
/// A second one ends the process at once.
enum Interruption {
  private static let state = Atomic<Bool>(false)

  static var isRequested: Bool { state.load(ordering: .relaxed) }

  /// From now on signals ask, where before they ended the process.
  static func observe() {
    // Made before a signal can ask for it.
    state.store(false, ordering: .relaxed)
    for number in [Platform.interruptSignal, Platform.terminateSignal] {
      Platform.handle(number) { number in
        Interruption.state.store(true, ordering: .relaxed)
        Platform.restoreHandling(of: number)
      }
    }
  }
}
