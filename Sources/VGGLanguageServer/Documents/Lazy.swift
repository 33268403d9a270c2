import Synchronization

/// A value that is computed on first use.
final class Lazy<Value: Sendable>: Sendable {
  private let compute: @Sendable () -> Value
  private let known = Mutex<Value?>(nil)

  init(_ compute: @escaping @Sendable () -> Value) {
    self.compute = compute
  }

  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = compute()
      known = value
      return value
    }
  }
}
