import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGExecution

/// Activations as the last step of convolutions, linear layers and batch normalisations.
@Suite struct FusedActivationTests {
  @Test(
    arguments: [
      "relu", "{leaky_relu: 0.2}", "{elu: 1.5}", "prelu", "gelu", "silu", "sigmoid", "tanh",
    ])
  func agreesWithFloat64(_ activation: String) throws {
    let graph = try graph(
      """
      input: [3, 14, 13]
      features:
        - {conv: 18, activation: \(activation)}
        - {conv: 24, batch_norm: true, activation: \(activation)}
        - M
        - {conv: 24, groups: depthwise, activation: none}
        - M
        - batch_norm
        - \(activation)
      classifier: [{linear: 5}, \(activation), {linear: 3}]
      """)
    #expect(
      fuse(graph.layers).map(\.layers) == [0..<2, 2..<6, 6..<8, 8..<10, 10..<11, 11..<13, 13..<14])
    let images = graph.images(2)
    let expected = try images.flatMap(
      ReferenceNetwork(graph, weights: VariedWeights()).callAsFunction)
    for options in ExecutionOptions.every(batches: [2], threads: [1, 2]) {
      let program = try Program(graph, weights: VariedWeights(), options: options)
      #expect(try largestError(program.run(images.flatMap(\.self)), expected) < 5e-6)
    }
  }
}
