import Dispatch
import Synchronization

/// The results of `body` for the numbers from 0 to `count` - 1, in order, computed on up to `threads` threads.
package func concurrentResults<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 0 else { return [] }
  let next = Atomic<Int>(0)
  let results = UnsafeMutablePointer<Result>.allocate(capacity: count)
  defer { results.deallocate() }
  // Each place is written once, by the thread that took its number.
  nonisolated(unsafe) let places = results
  // This thread is one of them.
  let helpers = MemoryLimit.threads(upTo: min(threads, count) - 1)
  DispatchQueue.concurrentPerform(iterations: helpers + 1) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      (places + index).initialize(to: body(index))
    }
  }
  defer { results.deinitialize(count: count) }
  return Array(UnsafeBufferPointer(start: results, count: count))
}
