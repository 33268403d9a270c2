import VGGFiles
import VGGWeights

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that a training run needs to continue: one safetensors file with the weights, the optimiser's tensors
/// for them, and in its metadata the training's position and description.
package struct Checkpoint: Sendable {
  package let position: TrainingPosition
  /// The network, recipe and data of the training, which must be the same when it continues.
  package let description: TrainingDescription
  /// The checksum of the metrics up to the position, on which a rate may depend.
  let metricsChecksum: UInt32
  /// The weights and the optimiser's tensors.
  package let tensors: WeightFile

  private static let positionKey = "position"
  private static let descriptionKey = "training"
  private static let metricsKey = "metrics"

  /// Reads the checkpoint at `path`.
  ///
  /// - Throws: `WeightError` that describes the defect, such as bytes that differ from those written.
  package init(path: String) throws(WeightError) {
    tensors = try WeightFile(path: path)
    guard try tensors.verify() else {
      throw WeightError(
        .malformed, file: path,
        "it has no checksum: it is not a checkpoint, or an earlier version of vgg wrote it; "
          + "to start a new training run from its weights, use --weights \(path)")
    }
    guard
      let position = Self.decoded(TrainingPosition.self, tensors.metadata[Self.positionKey]),
      let description = Self.decoded(
        TrainingDescription.self, tensors.metadata[Self.descriptionKey]),
      let metricsChecksum = tensors.metadata[Self.metricsKey].flatMap({ UInt32($0) })
    else {
      throw WeightError(
        .malformed, file: path,
        "it does not state the progress of a training run: it is not a checkpoint")
    }
    (self.position, self.description) = (position, description)
    self.metricsChecksum = metricsChecksum
  }

  /// Writes a checkpoint of `trainer` to `path`, whole or not at all.
  static func write(
    _ trainer: Trainer, _ position: TrainingPosition, of description: TrainingDescription,
    metricsChecksum: UInt32, classes: [String], to path: String
  ) throws {
    let moments = trainer.optimizerDescriptions
    var metadata = WeightFile.metadata(classes: classes)
    metadata[positionKey] = try encoded(position)
    metadata[descriptionKey] = try encoded(description)
    metadata[metricsKey] = String(metricsChecksum)
    try writeSafetensors(
      trainer.stateDescriptions + moments,
      from: JoinedTensors(
        weights: trainer.state, moments: trainer.optimizerState,
        momentNames: Set(moments.map(\.name))), metadata: metadata, to: path)
  }

  private static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ text: String?) -> Value? {
    text.flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
  }
}

/// Weights with the optimiser's tensors for them.
private struct JoinedTensors<Weights: WeightSource, Moments: WeightSource>: WeightSource {
  let weights: Weights
  let moments: Moments
  let momentNames: Set<String>

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    try momentNames.contains(name)
      ? moments.tensor(name, shape: shape) : weights.tensor(name, shape: shape)
  }
}
