import VGGCommandLine
import VGGDownloads

/// The progress bar of a download, on standard error if that is a terminal.
final class DownloadBar {
  private let title: String
  private let start = ContinuousClock.now
  private let isShown = Console.Stream.error.isTerminal
  private var lastShown: ContinuousClock.Instant?
  /// The number of bytes that were there before anything was received.
  private var before: Int?

  private let phrases: any FetchPhrasebook

  init(_ title: String, in phrases: any FetchPhrasebook) {
    self.title = title
    self.phrases = phrases
  }

  /// - Parameters:
  ///   - received: The number of bytes downloaded so far, including those of earlier attempts.
  ///   - total: The file's size in bytes, if known.
  func show(_ received: Int, of total: Int?) {
    let before = self.before ?? received
    self.before = before
    let now = ContinuousClock.now
    guard isShown, lastShown.map({ $0.duration(to: now) > .milliseconds(100) }) ?? true else {
      return
    }
    lastShown = now
    let progress = DownloadProgress(
      title: title, received: received, before: before, total: total,
      seconds: start.duration(to: now) / .seconds(1))
    Console.writeError(
      "\r\u{1B}[K" + phrases.line(for: progress).prefix(max(Console.Stream.error.width - 1, 1)))
  }

  /// Removes the bar, so that something else can be printed.
  func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    Console.writeError("\r\u{1B}[K")
  }
}
