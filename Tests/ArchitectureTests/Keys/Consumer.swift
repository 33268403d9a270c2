import Foundation
import Testing
import VGGEmitters
import VGGExecution
import VGGGraph
import VGGRuntime
import VGGTestSupport
import VGGTraining
import VGGWeights

@testable import VGGData

/// A part that makes an output from a graph, and must honour every key of its configuration.
struct Consumer: Sendable, CustomTestStringConvertible {
  let name: String
  /// The output, as comparable bytes.
  let output: @Sendable (ModelGraph) throws -> Data

  var testDescription: String { name }

  static let all: [Consumer] =
    Backend.all.filter { documents.contains($0.name) }.map {
      Consumer(name: $0.name, output: $0.output)
    }
    + [
      Consumer(name: "training project") { graph in
        let provenance = Provenance(version: "0", source: "test.yaml", sha256: "0")
        let files = try emitTraining(NamedNetwork(graph), provenance)
        return Data(files.map(\.contents).joined().utf8)
      },
      Consumer(name: "vgg predict", output: predictions),
      Consumer(name: "vgg train", output: trainedWeights),
    ]

  /// The backends whose outputs describe a whole network.
  private static let documents: Set<String> = [
    "Swift", "PyTorch", "JSON", "ONNX", "summary", "explain", "explain in Korean", "weights",
  ]

  /// Photos whose size is not the input's.
  private static let photos = (0..<4).map { number in
    let (width, height) = (15 + number, 19)
    return PixelImage(
      width: width, height: height, channels: 3,
      checked: (0..<width * height * 3).map { UInt8(($0 * (37 + number) + $0 / 7 * 11) % 251) })
  }

  /// The outputs for a photo, with weights that every network of these names has.
  private static func predictions(_ graph: ModelGraph) throws -> Data {
    let program = try Program(graph, weights: VariedWeights(), options: .init(threads: 1))
    let photo = try input(photos[0], of: graph, isAugmented: false, seed: 0)
    var bytes = Data("\(graph.labels ?? [])".utf8)
    bytes += Data("\(try program.runWithTaps(photo))".utf8)
    return bytes
  }

  /// The weights after the recipe's epochs.
  private static func trainedWeights(_ graph: ModelGraph) throws -> Data {
    let recipe = graph.training
    let seed = UInt64(recipe.seed)
    let batch = min(recipe.batch, photos.count)
    let trainer = try Trainer(
      graph, weights: SeededInitializer(seed: seed, slopes: graph.slopeNames),
      options: TrainingOptions(
        recipe, batch: batch, threads: 1, instructionSet: .best, isExact: false, frozen: .nothing))
    let inputs = try photos.map { try input($0, of: graph, isAugmented: true, seed: seed) }
    for epoch in 0..<recipe.epochs {
      // The accuracy never improves, as a plateau's schedule needs.
      let rate = recipe.rate(ofEpoch: epoch, after: Array(repeating: 0.5, count: epoch))
      for start in stride(from: 0, to: photos.count, by: batch) {
        let indices = start..<min(start + batch, photos.count)
        _ = try trainer.step(
          indices.flatMap { inputs[$0] }, indices.map { Int32($0 % 3) }, rate: rate)
      }
    }
    var bytes = Data("\(graph.output)".utf8)
    for tensor in trainer.stateDescriptions {
      let values = try trainer.state.tensor(tensor.name, shape: tensor.shape).values
      bytes += Data("\(tensor.name) \(values)".utf8)
    }
    return bytes
  }

  private static func input(
    _ photo: PixelImage, of graph: ModelGraph, isAugmented: Bool, seed: UInt64
  ) throws -> [Float] {
    let transform = InputTransform(graph, isAugmented: isAugmented)
    let prepared = try transform.prepare(photo)
    var chance = SplitMix64(seed: seed, name: "augment 0 \(photo.width)")
    return [Float](unsafeUninitializedCapacity: transform.count) { buffer, count in
      if let start = buffer.baseAddress { transform.write(prepared, chance: &chance, to: start) }
      count = transform.count
    }
  }
}
