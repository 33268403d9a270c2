import Testing
import VGGExecution
import VGGGraph
import VGGTestSupport

/// Networks compared with PyTorch's float64 results.
@Suite struct GoldenTests {
  @Test(arguments: GoldenNetwork.all) func theReferenceIsPyTorch(_ golden: GoldenNetwork) throws {
    let (graph, weights) = (try golden.graph(), try golden.weights())
    let output = try weights.tensor("output", shape: graph.output.dimensions).values
    let network = try ReferenceNetwork(graph, weights: weights)
    let values = network(
      try weights.tensor("input", shape: Shape.map(graph.input).dimensions).values)
    #expect(largestError(output, values) < 1e-6)
  }

  @Test(arguments: GoldenNetwork.all, ExecutionOptions.every(batches: [1, 3], threads: [1, 2]))
  func theProgramIsPyTorch(_ golden: GoldenNetwork, _ options: ExecutionOptions) throws {
    let (graph, weights) = (try golden.graph(), try golden.weights())
    let output = try weights.tensor("output", shape: graph.output.dimensions).values
    let input = try weights.tensor("input", shape: Shape.map(graph.input).dimensions).values
    let program = try Program(graph, weights: weights, options: options)
    let images = [[Float]](repeating: input, count: options.batch)
    let expected = [[Double]](repeating: output.map(Double.init), count: options.batch)
    let error = largestError(try program.run(images.flatMap(\.self)), ofImages: expected)
    #expect(error < (options.isExact ? 1e-5 : 1e-4))
  }
}
