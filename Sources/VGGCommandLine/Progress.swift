/// A progress count on standard error for work that takes longer than two seconds, on a terminal only,
/// and only while no answers appear there.
package final class Progress {
  private let title: ProgressTitle
  private let total: Int
  private let unit: String
  private let start = ContinuousClock.now
  private var done = 0
  private let isShown: Bool
  private var lastShown: ContinuousClock.Instant?

  /// - Parameters:
  ///   - unit: The unit of `total`, with a space before it, such as ` MiB`.
  ///   - printsAnswers: Whether answers are printed during the work, which on a terminal show its progress themselves.
  package init(_ title: ProgressTitle, total: Int, unit: String = "", printsAnswers: Bool) {
    isShown =
      Console.Stream.error.isTerminal && !(printsAnswers && Console.Stream.output.isTerminal)
    self.title = title
    self.total = total
    self.unit = unit
  }

  package func advance(by count: Int = 1) {
    done += count
    let now = ContinuousClock.now
    guard isShown, start.duration(to: now) > .seconds(2),
      lastShown.map({ $0.duration(to: now) > .milliseconds(100) }) ?? true
    else { return }
    lastShown = now
    let share = "\(done * 100 / max(total, 1))%"
    Console.writeError(
      "\r"
        + Console.language.commandPhrases.progress(
          title, done: done, of: "\(total)\(unit)", share: share))
  }

  /// Removes the line, so that something else can be printed.
  package func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    Console.writeError("\r\u{1B}[K")
  }
}
