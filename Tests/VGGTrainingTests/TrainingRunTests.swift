import Foundation
import Testing
import VGGData
import VGGFiles
import VGGGraph
import VGGTestSupport
import VGGTraining
import VGGWeights

/// Training runs that are stopped at any moment and resumed.
@Suite struct TrainingRunTests {
  private static let configuration = """
    input: [1, 4, 4]
    features: [4, M]
    classifier: {hidden: [8], classes: 2}
    preprocess: {resize: 4}
    training: {rate: 0.05, batch: 4, epochs: 3, schedule: constant}
    """

  /// Ten photos of two classes: three steps per epoch, and three test batches.
  private func photos() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<10 {
      let samples = (0..<16).map { UInt8(($0 * 37 + number * 29) % 256) }
      try folder.write(
        Array("P5 4 4 255\n".utf8) + samples, to: "photos/\(number % 2)/\(number).pgm")
    }
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ name: String) throws -> TrainingRun {
    let graph = try VGGTestSupport.graph(Self.configuration)
    let lock = try RunLock(RunFolder("\(folder.path)/\(name)"))
    let place = lock.folder
    let checkpoint = place.hasCheckpoint ? try Checkpoint(path: place.checkpoint) : nil
    let options = TrainingOptions(
      graph.training, batch: 4, threads: 1, instructionSet: .best, isExact: false,
      frozen: .nothing)
    let trainer: Trainer
    if let checkpoint {
      trainer = try Trainer(graph, weights: checkpoint.tensors, options: options)
      try trainer.restore(optimizer: checkpoint.tensors, steps: checkpoint.position.steps)
    } else {
      trainer = try Trainer(graph, weights: SeededInitializer(seed: 1), options: options)
    }
    let transform = InputTransform(graph, isAugmented: false)
    let store = try PhotoStore(
      PhotoFolder(reading: folder.path + "/photos"), transform, threads: 1, largestCache: 1 << 20
    ) { _ in }
    func loader(_ order: PhotoLoader.Order) -> PhotoLoader {
      PhotoLoader(store, transform, batch: 4, order: order, seed: 1)
    }
    return try TrainingRun(
      trainer, graph.training, photos: loader(.shuffled), test: loader(.listed),
      of: TrainingDescription(
        graph, graph.training, conditions: [:], instructionSet: options.instructionSet),
      from: checkpoint, in: lock)
  }

  /// An epoch has three steps, three test batches, and its end.
  @Test func aStopTakesEffectAtOnceAndChangesNothing() throws {
    let folder = try photos()
    let whole = try run(folder, "whole")
    var count = 0
    try whole.run(isStopped: { false }, { _ in count += 1 })
    #expect(count == 3 * 7)
    for moment in 1..<count {
      let name = "stopped-\(moment)"
      let position = try stoppedRun(folder, name, after: moment)
      let second = try run(folder, name)
      #expect(second.position == position)
      try second.run(isStopped: { false }, { _ in })
      #expect(second.isFinished)
      #expect(try weights(folder, name) == weights(folder, "whole"), "\(moment)")
      #expect(second.log.epochs.map(\.testLoss) == whole.log.epochs.map(\.testLoss))
    }
  }

  /// Returns the position of a run that was stopped after `moment` events.
  private func stoppedRun(
    _ folder: TemporaryFolder, _ name: String, after moment: Int
  ) throws -> TrainingPosition {
    let run = try run(folder, name)
    var seen = 0
    try run.run(isStopped: { seen >= moment }, { _ in seen += 1 })
    #expect(seen == moment)
    #expect(!run.isFinished)
    return run.position
  }

  @Test func oneProcessAtATime() throws {
    let folder = try photos()
    let held = try run(folder, "run")
    let error = #expect(throws: RunInUse.self) { try run(folder, "run") }
    #expect(error?.holder == "process \(ProcessInfo.processInfo.processIdentifier)")
    try held.run(isStopped: { true }, { _ in })
  }

  /// A rate may depend on the metrics, so they are compared, and not changed if they differ.
  @Test func metricsAreThoseOfTheCheckpoint() throws {
    let folder = try photos()
    _ = try stoppedRun(folder, "run", after: 9)
    let path = folder.url.appending(path: "run/metrics.jsonl")
    let sound = try String(contentsOf: path, encoding: .utf8)
    let digit = try #require(sound.range(of: #""loss":0."#)).upperBound
    var changed = sound
    changed.replaceSubrange(digit...digit, with: sound[digit] == "5" ? "6" : "5")
    try folder.write(changed, to: "run/metrics.jsonl")
    let error = #expect(throws: UnreadableFile.self) { try run(folder, "run") }
    #expect(error?.reason.contains("metrics.jsonl has changed since the training wrote it") == true)
    #expect(try String(contentsOf: path, encoding: .utf8) == changed)
    try folder.write(sound, to: "run/metrics.jsonl")
    #expect(try run(folder, "run").position.steps == 5)
  }

  /// A position that no training run can reach, in a file whose checksum is right.
  @Test func positionsAreValidated() throws {
    let folder = try photos()
    _ = try stoppedRun(folder, "run", after: 9)
    let path = RunFolder("\(folder.path)/run").checkpoint
    let sound = try WeightFile(path: path)
    let position = try #require(sound.metadata["position"])
    #expect(position.contains(#""epochs":1"#) && position.contains(#""steps":5"#), "\(position)")
    let changes = [
      (#""epochs":1"#, #""epochs":-1"#), (#""epochs":1"#, #""epochs":4611686018427387904"#),
      (#""steps":5"#, #""steps":9223372036854775807"#), (#""steps":5"#, #""steps":-5"#),
      (#""batches":2"#, #""batches":1000"#), (#""batches":2"#, #""batches":-2"#),
      (#""photos":8"#, #""photos":7"#), (#""correct":"#, #""correct":1"#),
      (#""loss":"#, #""loss":-1"#), (#""seconds":"#, #""seconds":-1"#),
      (#""seconds":"#, #""seconds":1e999"#),
    ]
    for (written, damaged) in changes {
      let metadata = ["position": position.replacing(written, with: damaged)]
      try writeSafetensors(
        copying: RenamedWeights(sound), metadata: metadata, to: path)
      #expect(throws: WeightError.self, "\(damaged)") { try run(folder, "run") }
    }
    try writeSafetensors(copying: RenamedWeights(sound), metadata: ["position": position], to: path)
    #expect(try run(folder, "run").position.steps == 5)
  }

  /// A flip is found in every byte: of the header, of the position and of every tensor.
  @Test func everyFlippedByteIsFound() throws {
    let folder = try photos()
    _ = try stoppedRun(folder, "run", after: 9)
    let path = RunFolder("\(folder.path)/run").checkpoint
    let sound = try Data(contentsOf: URL(filePath: path))
    var generator = SeededGenerator(seed: 1)
    for place in [0, 8, 9, 200, sound.count - 1]
      + (0..<200).map({ _ in Int.random(in: 0..<sound.count, using: &generator) })
    {
      var bytes = sound
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try bytes.write(to: URL(filePath: path))
      #expect(throws: WeightError.self, "byte \(place)") { try Checkpoint(path: path) }
    }
  }

  private func weights(_ folder: TemporaryFolder, _ run: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: "\(run)/weights.safetensors"))
  }
}
