import Testing
import VGGGraph

/// A network with golden files, in the folder of its name under `Tests/Golden`.
struct SampleModel: Sendable, CustomTestStringConvertible {
  let folder: String
  let graph: @Sendable () throws -> ModelGraph

  var testDescription: String { folder }

  static let all = [
    configuration("a"), configuration("d"), configuration("vgg11_bn"), configuration("custom"),
    SampleModel(folder: "every-kind") { try VGGEmittersTests.graph(everyKind) },
  ]

  private static func configuration(_ name: String) -> SampleModel {
    SampleModel(folder: name) {
      try #require(graphs(ofConfiguration: "\(name).yaml").first)
    }
  }

  /// Every layer kind, at sizes that divide by nothing.
  static let everyKind = """
    name: every kind
    input: [3, 37, 29]
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
      - linear: {in: 60, out: 20, bias: false}
      - relu
      - dropout: 0.5
      - linear: 7
      - softmax
    labels: [cat, 'the "big" dog', 고양이, d, e, f, g]
    preprocess: {resize: 40, mean: 0.5, std: [0.2, 0.25, 0.3]}
    """
}
