import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGExecution

/// Batch normalisation and ReLU without a convolution before them.
@Suite struct UnfusedLayerTests {
  static let cases: [([LayerKind], [ClosedRange<Int>])] = [
    ([.batchNorm2d(BatchNorm2d(channels: 18))], [0...0]),
    ([.batchNorm2d(BatchNorm2d(channels: 18)), .relu(ReLU())], [0...1]),
    ([.relu(ReLU()), .batchNorm2d(BatchNorm2d(channels: 18))], [0...0, 1...1]),
    ([.relu(ReLU()), .relu(ReLU())], [0...0, 1...1]),
  ]

  @Test(arguments: cases) func agreesWithFloat64(
    _ kinds: [LayerKind], _ operations: [ClosedRange<Int>]
  ) throws {
    let graph = try handmadeGraph(
      "input: [18, 5, 3]\nfeatures: [4]\nclassifier: {hidden: [], classes: 3}",
      startingWith: kinds)
    #expect(fuse(graph.layers).prefix(operations.count).map(\.layers) == operations.map(Range.init))
    let image = graph.images(1).flatMap(\.self)
    let expected = try ReferenceNetwork(graph, weights: VariedWeights())(image)
    for options in ExecutionOptions.every(batches: [1], threads: [1, 2]) {
      let program = try Program(graph, weights: VariedWeights(), options: options)
      #expect(try largestError(program.run(image), expected) < 5e-6)
    }
  }
}
