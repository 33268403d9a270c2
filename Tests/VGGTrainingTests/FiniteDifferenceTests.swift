import Testing
import VGGGraph
import VGGTestSupport
import VGGTraining
import VGGWeights

/// Gradients compared with finite differences of the loss in float64.
@Suite struct FiniteDifferenceTests {
  private static let configurations = [
    """
    input: [3, 19, 15]
    batch_norm: true
    features:
      - 8
      - {conv: 12, kernel: 5, stride: 2, padding: 1, bias: false}
      - LRN
      - {maxpool: 3, stride: 2, padding: 1, ceil: true}
      - conv1-10
      - {dropout: 0.25}
      - {avgpool: 2, stride: 2}
    avgpool: [3, 2]
    classifier:
      - linear: {out: 20, bias: false}
      - relu
      - dropout: 0.5
      - linear: 7
      - softmax
    """,
    """
    input: [3, 13, 11]
    activation: {leaky_relu: 0.2}
    features:
      - 8
      - batch_norm
      - {conv: 10, activation: none}
      - prelu
      - M
      - {conv: 9, bias: false, batch_norm: true, activation: gelu}
      - {conv: 17, activation: {elu: 0.5}}
      - silu
      - tanh
      - {global: average}
      - {conv: 11, kernel: 1, activation: sigmoid}
      - {global: max}
    classifier:
      - linear: 13
      - prelu
      - linear: 6
      - relu
      - linear: 5
      - leaky_relu
    """,
    """
    input: [1, 10, 9]
    features: [18, 17, M, {dropout: 0.3}, 20, M]
    classifier: {hidden: [11], dropout: 0.5, classes: 4}
    """,
    """
    input: [3, 16, 15]
    activation: gelu
    features: [9, M, 18, {maxpool: 2, ceil: true}]
    classifier: {dense: [3, 2], hidden: [17, 5], dropout: 0.5, classes: 4}
    """,
  ]

  @Test(arguments: configurations) func gradientsAreSlopes(_ configuration: String) throws {
    let graph = try VGGTestSupport.graph(configuration)
    var random = SeededGenerator(seed: 3)
    let images = (0..<3).map { _ in random.floats(Shape.map(graph.input).elementCount) }
    let labels: [Int32] = [1, 0, 3]
    let (weights, smoothing, seed) = (VariedWeights(seed: 5), 0.1, UInt64(11))
    let options = TrainingOptions(
      batch: 3, threads: 2, seed: seed, labelSmoothing: smoothing)
    let trainer = try Trainer(graph, weights: weights, options: options)
    let result = try trainer.step(images.flatMap(\.self), labels, rate: 0.01)
    var reference = try ReferenceTraining(
      graph, labels: labels, smoothing: smoothing, seed: seed, weights: weights)
    #expect(abs(result.loss - reference.loss(images)) < 1e-5 * result.loss)

    for tensor in trainer.stateDescriptions where !tensor.name.contains("running") {
      let gradient = try #require(trainer.gradient(tensor.name))
      let scale = gradient.reduce(1e-3) { max($0, abs($1)) }
      for _ in 0..<4 {
        let index = random.int(0...gradient.count - 1)
        let slope = try slope(&reference, tensor.name, index, images)
        #expect(
          abs(Double(gradient[index]) - slope) < 1e-4 * Double(scale), "\(tensor.name) \(index)")
      }
    }
  }

  private func slope(
    _ reference: inout ReferenceTraining, _ name: String, _ index: Int, _ images: [[Float]]
  ) throws -> Double {
    let (step, value) = (1e-6, try #require(reference.tensors[name])[index])
    reference.tensors[name]?[index] = value + step
    let above = reference.loss(images)
    reference.tensors[name]?[index] = value - step
    let below = reference.loss(images)
    reference.tensors[name]?[index] = value
    return (above - below) / (2 * step)
  }
}
