import Dispatch
import Synchronization

/// What `body` gives for the numbers from 0 to `count` - 1, computed by several threads, in order.
package func concurrentResults<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 0 else { return [] }
  let next = Atomic<Int>(0)
  let results = UnsafeMutablePointer<Result>.allocate(capacity: count)
  defer { results.deallocate() }
  // Each place is written once, by the thread that took its number.
  nonisolated(unsafe) let places = results
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      (places + index).initialize(to: body(index))
    }
  }
  defer { results.deinitialize(count: count) }
  return Array(UnsafeBufferPointer(start: results, count: count))
}
