import Dispatch
import Synchronization

/// The threads that may compute at the same time, divided among the calls that need some.
///
/// A call that is alone gets all threads. Calls that run at the same time get equal shares, of at least one thread each;
/// if no thread is left, a call waits until another one ends. Calls are served in the order in which they arrive.
package final class ThreadBudget: Sendable {
  /// The threads of all calls together.
  package let threads: Int
  private let state: Mutex<State>

  /// A call that waits for its share.
  private final class Waiter: Sendable {
    let signal = DispatchSemaphore(value: 0)
    let share = Atomic<Int>(0)
  }

  /// The share of a call, or its place in the queue.
  private enum Turn: Sendable {
    case now(Int)
    case later(Waiter)
  }

  private struct State: Sendable {
    /// The threads that no call has.
    var free: Int
    /// The calls that compute or wait.
    var calls = 0
    var waiters: [Waiter] = []
  }

  /// - Precondition: `threads` is at least 1.
  package init(threads: Int) {
    precondition(threads >= 1)
    self.threads = threads
    state = Mutex(State(free: threads))
  }

  /// The calls that compute or wait.
  package var calls: Int { state.withLock { $0.calls } }

  /// Calls `body` with the number of threads that it may use; waits if other calls have them all.
  ///
  /// - Precondition: `body` does not use the same budget, for whose threads it would wait forever.
  package func use<Result, Failure: Error>(
    _ body: (Int) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let share = takeShare()
    defer { giveBack(share) }
    return try body(share)
  }

  private func takeShare() -> Int {
    let turn = state.withLock { state -> Turn in
      state.calls += 1
      if state.waiters.isEmpty, let share = nextShare(&state) { return .now(share) }
      let waiter = Waiter()
      state.waiters.append(waiter)
      return .later(waiter)
    }
    switch turn {
    case .now(let share): return share
    case .later(let waiter):
      waiter.signal.wait()
      return waiter.share.load(ordering: .acquiring)
    }
  }

  private func giveBack(_ share: Int) {
    state.withLock { state in
      state.free += share
      state.calls -= 1
      while let waiter = state.waiters.first, let share = nextShare(&state) {
        state.waiters.removeFirst()
        waiter.share.store(share, ordering: .releasing)
        waiter.signal.signal()
      }
    }
  }

  /// Takes the share of the next call from the free threads; `nil` if none is free.
  private func nextShare(_ state: inout State) -> Int? {
    guard state.free > 0 else { return nil }
    let share = min(state.free, evenShare(of: state.calls))
    state.free -= share
    return share
  }

  /// All threads for one call; for several, the largest power of two that all can have, so that there are few sizes.
  private func evenShare(of calls: Int) -> Int {
    guard calls > 1 else { return threads }
    var share = 1
    while share * 2 * calls <= threads { share *= 2 }
    return share
  }
}
