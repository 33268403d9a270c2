import VGGCommandLine

/// A count on standard error of what takes longer than two seconds, on a terminal only.
final class Progress {
  private let title: String
  private let total: Int
  private let start = ContinuousClock.now
  private var done = 0
  private var lastShown: ContinuousClock.Instant?

  init(_ title: String, total: Int) {
    self.title = title
    self.total = total
  }

  func advance(by count: Int = 1) {
    done += count
    let now = ContinuousClock.now
    guard Console.Stream.error.isTerminal, start.duration(to: now) > .seconds(2),
      lastShown.map({ $0.duration(to: now) > .milliseconds(100) }) ?? true
    else { return }
    lastShown = now
    Console.writeError("\r\(title): \(done) of \(total) (\(done * 100 / max(total, 1))%)")
  }

  /// Takes the line away.
  func finish() {
    guard lastShown != nil else { return }
    Console.writeError("\r\u{1B}[K")
  }
}
