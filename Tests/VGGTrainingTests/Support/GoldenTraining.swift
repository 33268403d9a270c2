import Testing
import VGGGraph
import VGGTestSupport
import VGGTraining
import VGGWeights

/// A training run of `Scripts/make-training-goldens.py`, with PyTorch's float64 results.
struct GoldenTraining: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }

  static let all = Checkout.files(in: "Tests/VGGTrainingTests/Golden")
    .filter { $0.hasSuffix(".safetensors") }
    .map { GoldenTraining(name: String($0.split(separator: "/")[3].dropLast(12))) }

  func file() throws -> WeightFile {
    try WeightFile(
      path: Checkout.file("Tests/VGGTrainingTests/Golden/\(name).safetensors").path)
  }
}

extension WeightFile {
  func graph() throws -> ModelGraph {
    try VGGTestSupport.graph(try #require(metadata["configuration"]))
  }

  func values(_ name: String) throws -> [Float] { try tensor(name).values }

  /// The batches, with a label for each image.
  func batches() throws -> [(images: [Float], labels: [Int32])] {
    let images = try tensor("images")
    let (steps, batch) = (images.shape[0], images.shape[1])
    let (values, labels) = (images.values, try values("labels").map(Int32.init))
    let size = values.count / steps
    return (0..<steps).map { step in
      (
        Array(values[step * size..<(step + 1) * size]),
        Array(labels[step * batch..<(step + 1) * batch])
      )
    }
  }

  func options() throws -> TrainingOptions {
    var options = TrainingOptions(batch: try tensor("images").shape[1], threads: 2)
    options.optimizer =
      metadata["optimizer"] == "adam"
      ? .adam(beta1: 0.9, beta2: 0.99, epsilon: 1e-6, weightDecay: 1e-3)
      : .sgd(momentum: 0.9, weightDecay: 5e-3)
    options.largestNorm = metadata["norm"].flatMap(Double.init)
    if let frozen = metadata["freeze"] {
      options.frozen = try #require(FrozenPart(frozen, in: graph()))
    }
    options.labelSmoothing = metadata["smoothing"].flatMap(Double.init) ?? 0
    return options
  }

  var rate: Double { metadata["rate"].flatMap(Double.init) ?? 0.1 }
}
