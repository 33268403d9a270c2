/// How far a download is, on standard error where that is a terminal:
/// `vgg16-397923af.pth [#####     ] 264 of 528 MiB, 11.3 MiB/s, 23 s left`.
package final class DownloadBar {
  private static let cells = 24

  private let title: String
  private let start = ContinuousClock.now
  private let isShown = Console.Stream.error.isTerminal
  private var lastShown: ContinuousClock.Instant?
  /// What was there when this process began.
  private var first: Int?

  package init(_ title: String) {
    self.title = title
  }

  /// - Parameters:
  ///   - count: The bytes that are there.
  ///   - total: The file's bytes, where they are known.
  package func show(_ count: Int, of total: Int?) {
    if first == nil { first = count }
    let now = ContinuousClock.now
    guard isShown, lastShown.map({ $0.duration(to: now) > .milliseconds(100) }) ?? true else {
      return
    }
    lastShown = now
    let line = Self.line(
      title, count, of: total, since: first ?? 0, seconds: start.duration(to: now) / .seconds(1))
    Console.writeError("\r\u{1B}[K" + line.prefix(max(Console.Stream.error.width - 1, 1)))
  }

  /// Takes the line away, so that something else can be said.
  package func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    Console.writeError("\r\u{1B}[K")
  }

  package static func line(
    _ title: String, _ count: Int, of total: Int?, since first: Int, seconds: Double
  ) -> String {
    let rate = seconds > 0 ? Double(count - first) / seconds : 0
    guard let total, total > 0 else {
      return "\(title) \(mebibytes(count)) MiB, \(perSecond(rate))"
    }
    let filled = min(cells, cells * count / total)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: " ", count: cells - filled)
    let left =
      rate > 0 ? ", \(Int((Double(max(0, total - count)) / rate).rounded(.up))) s left" : ""
    return
      "\(title) [\(bar)] \(mebibytes(count)) of \(mebibytes(total)) MiB, \(perSecond(rate))\(left)"
  }

  private static func mebibytes(_ bytes: Int) -> Int { bytes >> 20 }

  private static func perSecond(_ rate: Double) -> String {
    let tenths = Int(min(rate / 104_857.6, 1e9))
    return "\(tenths / 10).\(tenths % 10) MiB/s"
  }
}
