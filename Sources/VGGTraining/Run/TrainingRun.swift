import VGGData
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGMetrics
import VGGWeights

/// A training run from its first step, or from a checkpoint, to its last epoch.
///
/// After every epoch the metrics, a checkpoint, the weights and the curves are written, in this order:
/// wherever the process is killed, the metrics have at least the checkpoint's epochs, and any
/// further ones are dropped when the training continues.
package final class TrainingRun {
  /// An event on the way.
  package enum Event {
    /// A step was taken at a rate.
    case step(TrainingPosition, rate: Double)
    /// Photos held back are being tested.
    case testing(done: Int, of: Int)
    case epoch(EpochMetrics)
  }

  package let trainer: Trainer
  package let recipe: TrainingRecipe
  package var folder: RunFolder { lock.folder }
  package private(set) var position: TrainingPosition
  package private(set) var log: MetricsLog
  private let photos: PhotoLoader
  private let test: PhotoLoader?
  private let description: TrainingDescription
  private let lock: RunLock
  private let name: String
  private let phrases: any CurvePhrasebook
  private var lastCheckpoint = ContinuousClock.now

  /// The time between checkpoints, longer than a step: a killed process loses at most this much work.
  private static let checkpointInterval = Duration.seconds(600)

  /// - Parameters:
  ///   - description: the conditions that must be the same when the training continues.
  ///   - checkpoint: the checkpoint to continue from, from which the trainer has been restored.
  ///   - lock: the folder that is written into.
  ///   - phrases: the texts of the curves' picture.
  /// - Throws: ``UnwritableRun``; `WeightError` if no training run on these photos reaches the checkpoint's position;
  ///   `UnreadableFile` if the folder's metrics do not match the checkpoint.
  package init(
    _ trainer: Trainer, _ recipe: TrainingRecipe, photos: PhotoLoader, test: PhotoLoader?,
    of description: TrainingDescription, from checkpoint: Checkpoint?, in lock: RunLock,
    phrases: any CurvePhrasebook = English()
  ) throws {
    self.trainer = trainer
    self.recipe = recipe
    self.photos = photos
    self.test = test
    self.description = description
    self.lock = lock
    name = trainer.graph.name
    self.phrases = phrases
    position = checkpoint?.position ?? TrainingPosition()
    let folder = lock.folder
    if let fault = position.fault(photos: photos.store.folder.photos.count, batch: photos.batch) {
      throw WeightError(
        .malformed, file: folder.checkpoint, "no training run reaches its position: \(fault)")
    }
    do {
      log =
        if let checkpoint {
          try MetricsLog(
            continuingIn: folder.path, after: position.epochs,
            checksum: checkpoint.metricsChecksum)
        } else {
          try MetricsLog(startingIn: folder.path)
        }
    } catch let error as UnwritableFile {
      throw UnwritableRun("\(folder.path)/metrics.csv", error.reason)
    }
  }

  package var isFinished: Bool { position.epochs >= recipe.epochs }

  /// Trains until the last epoch is done, or until `isStopped` returns true after a training step or a
  /// test batch; a checkpoint is then written.
  ///
  /// - Throws: ``DivergedTraining``, ``UnwritableRun``, `InputError`, `WeightError`.
  package func run(isStopped: () -> Bool, _ observe: (Event) -> Void) throws {
    while !isFinished {
      let isWhole = try !isStopped() && runEpoch(isStopped: isStopped, observe)
      guard isWhole else { return try writeCheckpoint() }
    }
    try writeResults()
  }

  /// The learning rate of the epoch that has begun.
  private var rate: Double {
    recipe.rate(
      ofEpoch: position.epochs, after: log.epochs.map { $0.testAccuracy ?? $0.accuracy })
  }

  /// Returns whether the epoch is done.
  private func runEpoch(isStopped: () -> Bool, _ observe: (Event) -> Void) throws -> Bool {
    let rate = rate
    let clock = ContinuousClock()
    let (start, before) = (clock.now, position.seconds)
    func seconds() -> Double { before + start.duration(to: clock.now).seconds }
    let trainingSeconds: Double
    let tested: (loss: Double, accuracy: Double)?
    do {
      try photos.forEachBatch(ofEpoch: position.epochs, from: position.batches) { batch in
        let labels = batch.labels.map { Int32($0) }
        let result = try labels.withUnsafeBufferPointer {
          try trainer.step(batch.values, $0, rate: rate)
        }
        position.add(result, photos: batch.count)
        position.seconds = seconds()
        observe(.step(position, rate: rate))
        if isStopped() { throw Stopped() }
        if lastCheckpoint.duration(to: .now) > Self.checkpointInterval { try writeCheckpoint() }
      }
      trainingSeconds = seconds()
      tested = try test.map { try evaluate($0, isStopped: isStopped, observe) }
    } catch is Stopped {
      return false
    }
    let metrics = EpochMetrics(
      epoch: position.epochs + 1, rate: rate, loss: position.meanLoss,
      accuracy: position.accuracy, testLoss: tested?.loss, testAccuracy: tested?.accuracy,
      seconds: seconds(), imagesPerSecond: Double(position.photos) / max(trainingSeconds, 1e-9))
    try finishEpoch(metrics)
    observe(.epoch(metrics))
    return true
  }

  /// Thrown after a batch when no other is wanted.
  private struct Stopped: Error {}

  private func evaluate(
    _ loader: PhotoLoader, isStopped: () -> Bool, _ observe: (Event) -> Void
  ) throws -> (loss: Double, accuracy: Double) {
    var (loss, correct, count) = (0.0, 0, 0)
    let total = loader.store.folder.photos.count
    try loader.forEachBatch(ofEpoch: 0) { batch in
      let labels = batch.labels.map { Int32($0) }
      let result = try labels.withUnsafeBufferPointer {
        try trainer.evaluate(batch.values, $0)
      }
      guard result.loss.isFinite else { throw diverged(.testLoss(result.loss)) }
      loss += result.loss * Double(batch.count)
      correct += result.correct
      count += batch.count
      observe(.testing(done: count, of: total))
      if isStopped() { throw Stopped() }
    }
    return (loss / Double(max(count, 1)), Double(correct) / Double(max(count, 1)))
  }

  // MARK: - Writing

  private func diverged(_ quantity: DivergedTraining.Quantity) -> DivergedTraining {
    DivergedTraining(quantity: quantity, step: position.steps, rate: rate)
  }

  /// Numbers that are not finite are not written, as metrics or as weights.
  private func checkWeights() throws {
    if let name = try trainer.firstTensorNotFinite() { throw diverged(.tensor(name)) }
  }

  private func finishEpoch(_ metrics: EpochMetrics) throws {
    try checkWeights()
    do {
      try log.append(metrics)
    } catch let error as UnwritableFile {
      throw UnwritableRun("\(folder.path)/metrics.csv", error.reason)
    }
    position.finishEpoch()
    try save()
    try writeResults()
  }

  private func writeCheckpoint() throws {
    try checkWeights()
    try save()
  }

  private func save() throws {
    try Checkpoint.write(
      trainer, position, of: description, metricsChecksum: log.checksum,
      classes: photos.store.folder.classes, to: folder.checkpoint)
    lastCheckpoint = .now
  }

  /// The weights and the curves as they are after the last whole epoch.
  private func writeResults() throws {
    try writeSafetensors(
      trainer.stateDescriptions, from: trainer.state,
      metadata: WeightFile.metadata(classes: photos.store.folder.classes), to: folder.weights)
    let svg = TrainingCurves(title: name, epochs: log.epochs).svg(in: phrases)
    do throws(UnwritableFile) {
      try AtomicFile.write(Array(svg.utf8), to: folder.curves)
    } catch {
      throw UnwritableRun(folder.curves, error.reason)
    }
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
