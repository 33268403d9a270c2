/// The progress of a training run.
package struct TrainingPosition: Codable, Hashable, Sendable {
  /// The number of finished epochs.
  package var epochs = 0
  /// The number of finished batches of the next epoch.
  package var batches = 0
  /// Steps of the optimiser.
  package var steps = 0

  // The current epoch's counts.

  package var photos = 0
  package var correct = 0
  /// The photos' losses, added up.
  package var loss = 0.0
  package var seconds = 0.0

  package init() {}

  /// Counts a step.
  mutating func add(_ result: BatchResult, photos count: Int) {
    batches += 1
    steps += 1
    photos += count
    correct += result.correct
    loss += result.loss * Double(count)
  }

  /// Begins the next epoch.
  mutating func finishEpoch() {
    self = TrainingPosition(epochs: epochs + 1, steps: steps)
  }

  private init(epochs: Int, steps: Int) {
    self.epochs = epochs
    self.steps = steps
  }

  package var meanLoss: Double { photos > 0 ? loss / Double(photos) : 0 }

  package var accuracy: Double { photos > 0 ? Double(correct) / Double(photos) : 0 }

  private enum CodingKeys: String, CodingKey {
    case epochs, batches, steps, photos, correct, loss, seconds
  }
}

extension TrainingPosition {
  /// The reason why no training run on `photos` photos per epoch, in batches of `batch`, reaches this position; `nil` if
  /// one does.
  package func fault(photos total: Int, batch: Int) -> String? {
    let most = (total + batch - 1) / batch
    if epochs < 0 { return "epochs is \(epochs)" }
    guard (0...most).contains(batches) else {
      return "batches is \(batches), but an epoch has \(most)"
    }
    let (before, overflow) = epochs.multipliedReportingOverflow(by: most)
    guard !overflow, steps >= 0, steps == before &+ batches else {
      return "steps is \(steps), but epochs is \(epochs) and batches is \(batches) of \(most)"
    }
    guard photos == min(batches * batch, total) else {
      return "photos is \(photos), but batches is \(batches) of \(batch) photos"
    }
    guard (0...photos).contains(correct) else {
      return "correct is \(correct), but photos is \(photos)"
    }
    if !(loss.isFinite && loss >= 0) { return "loss is \(loss)" }
    if !(seconds.isFinite && seconds >= 0) { return "seconds is \(seconds)" }
    return nil
  }
}
