import VGGCommandLine
import VGGTraining

/// Measures a trainer's steps on random labels, without changes to its weights that could lead to
/// infinities.
struct TrainingBench {
  private let trainer: Trainer
  private let warmup: Int
  private let runs: Int

  init(_ trainer: Trainer, warmup: Int, runs: Int) {
    self.trainer = trainer
    self.warmup = warmup
    self.runs = runs
  }

  /// Measures whole steps first, then other steps part by part.
  func measured(_ images: [Float]) throws -> TrainingReport {
    let batch = images.count / trainer.imageCount
    let labels = (0..<batch).map { Int32($0 * 7 % trainer.classCount) }
    let clock = ContinuousClock()
    var (times, profiles): ([Duration], [StepProfile]) = ([], [])
    let progress = Progress(.measuring, total: warmup + 2 * runs, printsAnswers: false)
    try images.withUnsafeBufferPointer { images in
      try labels.withUnsafeBufferPointer { labels in
        for run in 0..<warmup + runs {
          let start = clock.now
          _ = try trainer.step(images, labels, rate: rate)
          if run >= warmup { times.append(start.duration(to: clock.now)) }
          progress.advance()
        }
        for _ in 0..<runs {
          profiles.append(try trainer.profile(images, labels, rate: rate))
          progress.advance()
        }
      }
    }
    progress.clear()
    return TrainingReport(trainer, times: times, profiles: profiles, warmup: warmup)
  }

  private let rate = 1e-6
}
