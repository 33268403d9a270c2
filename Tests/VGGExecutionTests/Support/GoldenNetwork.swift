import Testing
import VGGGraph
import VGGTestSupport
import VGGWeights

/// A network of `Scripts/make-goldens.py`, with the input, the weights and PyTorch's float64
/// output.
struct GoldenNetwork: CustomTestStringConvertible, Sendable {
  let name: String
  private let configuration: String

  var testDescription: String { name }

  static let all = [
    GoldenNetwork(
      name: "network-plain",
      configuration: """
        input: [3, 13, 11]
        features: [6, M, 8, conv1-8, M]
        classifier: [linear: 12, relu, dropout: 0.5, linear: 10]
        """),
    GoldenNetwork(
      name: "network-batch-norm",
      configuration: """
        input: [3, 12, 8]
        batch_norm: true
        features: [4, M, 6, 6, M]
        avgpool: 1
        classifier: [linear: 5]
        """),
    GoldenNetwork(
      name: "network-lrn",
      configuration: """
        input: [3, 20, 16]
        features:
          - {conv: 6, kernel: 5, stride: 2, padding: 1}
          - LRN
          - {maxpool: 3, stride: 2, ceil: true}
          - {conv: 8, bias: false}
        avgpool: [3, 2]
        classifier: [linear: 10, relu, linear: 4, softmax]
        """),
  ]

  func graph() throws -> ModelGraph { try VGGTestSupport.graph(configuration) }

  func weights() throws -> WeightFile {
    try WeightFile(
      path: Checkout.file("Tests/VGGRuntimeTests/Golden/\(name).safetensors").path)
  }
}
