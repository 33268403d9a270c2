import Foundation
import Synchronization
import Testing

@testable import VGGCompute

@Suite struct ThreadBudgetTests {
  @Test(arguments: 1...9) func aCallThatIsAloneGetsAllThreads(_ threads: Int) {
    let budget = ThreadBudget(threads: threads)
    for _ in 0..<3 { #expect(budget.use { $0 } == threads) }
  }

  @Test(arguments: [1, 2, 3, 8]) func callsTogetherUseNoMoreThanAllThreads(_ threads: Int) {
    let budget = ThreadBudget(threads: threads)
    let busy = BusyThreads()
    onThreads(12) { _ in
      for _ in 0..<200 { budget.use(busy.compute) }
    }
    #expect(busy.calls == 2400)
    #expect((1...threads).contains(busy.most))
  }

  /// Three calls that arrive while another one has all threads wait for it, and then share.
  @Test func waitingCallsShare() {
    let budget = ThreadBudget(threads: 8)
    let shares = Shares()
    let started = DispatchSemaphore(value: 0)
    onThreads(4) { index in
      if index == 0 {
        budget.use { share in
          shares.append(share)
          for _ in 1..<4 { started.signal() }
          while budget.calls < 4 { sched_yield() }
        }
      } else {
        started.wait()
        budget.use { share in
          shares.append(share)
          // None ends before all three have their share.
          while shares.all.count < 4 { sched_yield() }
        }
      }
    }
    #expect(shares.all == [8, 2, 2, 2])
    #expect(budget.calls == 0)
  }

  @Test func anErrorReturnsTheShare() {
    struct Failure: Error {}
    let budget = ThreadBudget(threads: 3)
    #expect(throws: Failure.self) { try budget.use { _ in throw Failure() } }
    #expect(budget.use { $0 } == 3)
  }

  /// However many callers there are, their workspaces together have at most a thread per processor.
  @Test func workspacesShareTheProcessors() {
    let busy = BusyThreads()
    onThreads(3 * KernelWorkspace.threads + 1) { _ in
      for _ in 0..<50 { KernelWorkspace.use { busy.compute($0.team.threads) } }
    }
    #expect((1...KernelWorkspace.threads).contains(busy.most))
  }

  /// Calls `body` on `count` threads at the same time, and waits for all.
  private func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      Thread.detachNewThread {
        body(index)
        group.leave()
      }
    }
    group.wait()
  }
}

/// The threads that compute at the same time.
private final class BusyThreads: Sendable {
  private let counts = Mutex((now: 0, most: 0, calls: 0))

  var most: Int { counts.withLock { $0.most } }
  var calls: Int { counts.withLock { $0.calls } }

  /// Pretends to compute on `threads` threads, while other callers get the chance to begin.
  func compute(_ threads: Int) {
    counts.withLock {
      $0.now += threads
      $0.most = max($0.most, $0.now)
      $0.calls += 1
    }
    sched_yield()
    counts.withLock { $0.now -= threads }
  }
}

private final class Shares: Sendable {
  private let list = Mutex<[Int]>([])

  var all: [Int] { list.withLock { $0 } }

  func append(_ share: Int) { list.withLock { $0.append(share) } }
}
