import VGGData
import VGGMetrics
import VGGTraining
import VGGWeights

/// Continues a training run whose checkpoint holds an input as its metadata: the first line is the
/// position, the second the training's description. It takes a step, or is refused with a message.
func fuzzCheckpoint(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    .map { String(decoding: $0, as: UTF8.self) }
  do {
    let lock = try Training.shared.checkpoint(
      position: lines.first ?? "", description: lines.dropFirst().first)
    let checkpoint = try Checkpoint(path: lock.folder.checkpoint)
    _ = Training.shared.description.differences(from: checkpoint.description)
    let run = try Training.shared.run(in: lock, from: checkpoint)
    var steps = 0
    try run.run(isStopped: { steps > 1 }, { _ in steps += 1 })
  } catch {
    precondition(isPrintable("\(error)"), "a control character was printed")
  }
  return 0
}

/// A training run of ``SmallNetwork`` that has taken its first steps.
private struct Training {
  let description: TrainingDescription
  private let photos: PhotoStore
  private let transform = InputTransform(SmallNetwork.graph, isAugmented: false)
  /// The tensors of the checkpoint that the first steps led to.
  private let tensors: WeightFile

  static let shared: Training = {
    do { return try Training() } catch { fatalError("\(error)") }
  }()

  private init() throws {
    for number in 0..<6 {
      _ = ScratchFolder.folder("photos/\(number % 2)")
      let samples = (0..<36).map { UInt8(($0 * 37 + number * 29) % 256) }
      _ = ScratchFolder.write(
        Array("P5 6 6 255\n".utf8) + samples, to: "photos/\(number % 2)/\(number).pgm")
    }
    photos = try PhotoStore(
      PhotoFolder(reading: ScratchFolder.path + "/photos"), transform, threads: 1,
      largestCache: 1 << 20
    ) { _ in }
    let lock = try RunLock(RunFolder(ScratchFolder.folder("first")))
    let graph = SmallNetwork.graph
    description = try TrainingDescription(
      graph, graph.training, conditions: ["photos": "6"], instructionSet: .best)
    let run = try TrainingRun(
      Trainer(graph, weights: SeededInitializer(seed: 1), options: Self.options), graph.training,
      photos: Self.loader(photos, transform), test: nil, of: description, from: nil, in: lock)
    try run.run(isStopped: { true }, { _ in })
    tensors = try WeightFile(path: lock.folder.checkpoint)
  }

  private static let options = TrainingOptions(
    SmallNetwork.graph.training, batch: 2, threads: 1, instructionSet: .best, isExact: false,
    frozen: .nothing)

  private static func loader(_ photos: PhotoStore, _ transform: InputTransform) -> PhotoLoader {
    PhotoLoader(photos, transform, batch: 2, order: .shuffled, seed: 1)
  }

  /// A run's folder with a checkpoint that has the given metadata, and metrics of two epochs.
  func checkpoint(position: String, description: String?) throws -> RunLock {
    let lock = try RunLock(RunFolder(ScratchFolder.folder("run")))
    var log = try MetricsLog(startingIn: lock.folder.path)
    for epoch in 1...2 {
      try log.append(
        EpochMetrics(
          epoch: epoch, rate: 0.1, loss: 1, accuracy: 0.5, seconds: 1, imagesPerSecond: 6))
    }
    var metadata = tensors.metadata
    metadata["position"] = position
    if let description { metadata["training"] = description }
    try writeSafetensors(
      tensors.tensors, from: tensors, metadata: metadata, to: lock.folder.checkpoint)
    return lock
  }

  func run(in lock: RunLock, from checkpoint: Checkpoint) throws -> TrainingRun {
    let graph = SmallNetwork.graph
    let trainer = try Trainer(graph, weights: checkpoint.tensors, options: Self.options)
    try trainer.restore(optimizer: checkpoint.tensors, steps: checkpoint.position.steps)
    return try TrainingRun(
      trainer, graph.training, photos: Self.loader(photos, transform), test: nil,
      of: description, from: checkpoint, in: lock)
  }
}
