import VGGCommandLine
import VGGDiagnostics
import VGGFiles
import VGGMetrics
import VGGTraining

/// The user's view of training: a progress bar on a terminal, and one line per epoch.
final class TrainingDisplay {
  private let epochs: Int
  private let photos: Int
  private let isLive = Console.Stream.error.isTerminal
  private let start = ContinuousClock.now
  /// The number of photos before this process's first step, over all epochs.
  private var photosBefore: Int?
  private var lastShown: ContinuousClock.Instant?

  private let phrases: any TrainingPhrases

  /// - Parameter photos: The number of photos in an epoch.
  init(epochs: Int, photos: Int, in phrases: any TrainingPhrases) {
    (self.epochs, self.photos) = (epochs, photos)
    self.phrases = phrases
  }

  func show(_ event: TrainingRun.Event) throws {
    switch event {
    case .step(let position, _): showStep(position)
    case .testing(let done, let total):
      showLive { phrases.testing(done, of: total) }
    case .epoch(let metrics):
      clear()
      try Console.write(line(metrics) + "\n")
    }
  }

  /// Removes the bar, so that something else can be printed.
  func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    Console.writeError("\r\u{1B}[K")
  }

  private func showStep(_ position: TrainingPosition) {
    let done = position.epochs * photos + position.photos
    let before = photosBefore ?? done
    photosBefore = before
    showLive {
      let seconds = start.duration(to: .now).milliseconds / 1_000
      let speed = Double(done - before) / max(seconds, 1e-3)
      let left = speed > 0 ? Double(epochs * photos - done) / speed : 0
      let share = Double(position.photos) / Double(max(photos, 1))
      let texts = phrases.trainingTexts
      return
        "\(texts.epoch) \(position.epochs + 1)/\(epochs) \(bar(share)) "
        + "\(phrases.imagesPerSecond(Int(clamping: speed)))  "
        + "\(texts.loss) \(fixed(position.meanLoss, places: 4))  "
        + "\(texts.accuracy) \(percent(position.accuracy))  \(phrases.timeLeft(time(left)))"
    }
  }

  /// Updates the bar, at most ten times per second.
  private func showLive(_ text: () -> String) {
    let now = ContinuousClock.now
    guard isLive, lastShown.map({ $0.duration(to: now) > .milliseconds(100) }) ?? true else {
      return
    }
    lastShown = now
    let line = text().prefix(max(20, Console.Stream.error.width - 1))
    Console.writeError("\r\(line)\u{1B}[K")
  }

  private func bar(_ share: Double) -> String {
    let width = 20
    let full = min(width, Int(clamping: share * Double(width)))
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
      + "]"
  }

  private func line(_ metrics: EpochMetrics) -> String {
    let total = String(epochs)
    let number = String(metrics.epoch)
    let texts = phrases.trainingTexts
    var parts = [
      texts.epoch + " " + String(repeating: " ", count: max(0, total.count - number.count))
        + "\(number)/\(total)",
      "\(texts.rate) \(fourDigits(metrics.rate))",
      "\(texts.loss) \(fixed(metrics.loss, places: 4))",
      "\(texts.accuracy) \(percent(metrics.accuracy))",
    ]
    if let loss = metrics.testLoss, let accuracy = metrics.testAccuracy {
      parts += [
        "\(texts.testLoss) \(fixed(loss, places: 4))", "\(texts.testAccuracy) \(percent(accuracy))",
      ]
    }
    parts += [
      phrases.imagesPerSecond(Int(clamping: metrics.imagesPerSecond)), time(metrics.seconds),
    ]
    return parts.joined(separator: "  ")
  }

  /// The time in hours, minutes and seconds: `0:07`, `12:30`, `3:00:05`.
  private func time(_ seconds: Double) -> String {
    let whole = Int(clamping: min(seconds, 1e9).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }
}
