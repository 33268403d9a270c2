import Foundation
import Testing
import VGGData
import VGGGraph
import VGGTestSupport
import VGGTraining
import VGGWeights

/// Trainings that are asked to stop at any moment, and go on.
@Suite struct TrainingRunTests {
  private static let configuration = """
    input: [1, 4, 4]
    features: [4, M]
    classifier: {hidden: [8], classes: 2}
    preprocess: {resize: 4}
    training: {rate: 0.05, batch: 4, epochs: 3, schedule: constant}
    """

  /// Ten photos of two classes: three steps an epoch, three batches that test.
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
    let place = RunFolder("\(folder.path)/\(name)")
    let checkpoint = place.hasCheckpoint ? try Checkpoint(path: place.checkpoint) : nil
    let options = TrainingOptions(
      graph.training, batch: 4, threads: 1, instructionSet: .best, isExact: false, freezesFeatures: false)
    let trainer: Trainer
    if let checkpoint {
      trainer = try Trainer(graph, weights: checkpoint.tensors, options: options)
      try trainer.restore(optimizer: checkpoint.tensors, steps: checkpoint.position.steps)
    } else {
      trainer = try Trainer(graph, weights: SeededInitializer(seed: 1), options: options)
      try place.make()
    }
    let transform = InputTransform(graph, isAugmented: false)
    let store = try PhotoStore(
      PhotoFolder(reading: folder.path + "/photos"), transform, threads: 1, largestCache: 1 << 20
    ) { _ in }
    func loader(_ order: PhotoLoader.Order) -> PhotoLoader {
      PhotoLoader(store, transform, batch: 4, order: order, seed: 1)
    }
    return try TrainingRun(
      trainer, graph.training, photos: loader(.shuffled), test: loader(.listed), conditions: [:],
      checkpoint: checkpoint, in: place)
  }

  /// An epoch has three steps, three batches that test, and its end.
  @Test func aStopTakesEffectAtOnceAndChangesNothing() throws {
    let folder = try photos()
    let whole = try run(folder, "whole")
    var count = 0
    try whole.run(isStopped: { false }) { _ in count += 1 }
    #expect(count == 3 * 7)
    for moment in 1..<count {
      let name = "stopped-\(moment)"
      let first = try run(folder, name)
      var seen = 0
      try first.run(isStopped: { seen >= moment }) { _ in seen += 1 }
      #expect(seen == moment)
      #expect(!first.isFinished)
      let second = try run(folder, name)
      #expect(second.position == first.position)
      try second.run(isStopped: { false }) { _ in }
      #expect(second.isFinished)
      #expect(try weights(folder, name) == weights(folder, "whole"), "\(moment)")
      #expect(second.log.epochs.map(\.testLoss) == whole.log.epochs.map(\.testLoss))
    }
  }

  private func weights(_ folder: TemporaryFolder, _ run: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: "\(run)/weights.safetensors"))
  }
}
