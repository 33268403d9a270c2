import Testing
import VGGCompilation
import VGGGraph

/// A model with golden files, in the folder with its name in `Tests/Golden`.
package struct SampleModel: Sendable, CustomTestStringConvertible {
  package let folder: String
  private let compilation: @Sendable () throws -> Compilation

  package var testDescription: String { folder }

  /// The model, or the part of it that was checked up to its first error.
  package func models() throws -> [CheckedModel] { try compilation().models }

  /// The model's graph, which a valid model has.
  package func graph() throws -> ModelGraph { try #require(compilation().graphs.first) }

  package static let a = configuration("a")
  package static let d = configuration("d")
  package static let vgg11BatchNorm = configuration("vgg11_bn")
  package static let perceptual = configuration("perceptual")
  package static let dense = configuration("dense")
  package static let lpips = configuration("lpips")
  package static let custom = configuration("custom")
  package static let everyKind = SampleModel(folder: "every-kind") { compile(everyKindText) }
  package static let activations = SampleModel(folder: "activations") { compile(activationsText) }
  package static let stopped = SampleModel(folder: "stopped") { compile(stoppedText) }

  /// The samples whose reports have golden files.
  package static let reported = [
    custom, d, everyKind, activations, stopped, perceptual, lpips, dense,
  ]

  private static func configuration(_ name: String) -> SampleModel {
    SampleModel(folder: name) { try ConfigurationFiles.compile("Configs/\(name).yaml") }
  }

  /// Every layer kind, at sizes that do not divide evenly.
  private static let everyKindText = """
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
      - {conv: 20, kernel: [3, 1], dilation: [2, 1], groups: 5}
      - {conv: 20, kernel: [1, 3], stride: [1, 2], groups: depthwise}
      - {avgpool: 2, stride: 2, ceil: true}
      - {avgpool: [2, 3], stride: 1, padding: [0, 1], count_padding: false}
    avgpool: [3, 2]
    classifier:
      - linear: {in: 120, out: 20, bias: false}
      - relu
      - dropout: 0.5
      - linear: 7
      - softmax
    labels: [cat, 'the "big" dog', 고양이, d, e, f, g]
    preprocess: {resize: 40, mean: 0.5, std: [0.2, 0.25, 0.3]}
    """

  /// Every activation, as an entry and as a part of convolutions, norms as entries, and global pooling.
  private static let activationsText = """
    name: activations
    input: [3, 21, 18]
    activation: {leaky_relu: 0.1}
    features:
      - 8
      - batch_norm
      - {conv: 10, activation: none}
      - prelu
      - M
      - {conv: 9, batch_norm: true, activation: gelu}
      - {conv: 9, activation: {elu: 0.5}}
      - {conv: 17, activation: none}
      - silu
      - tanh
      - conv1-12
      - {global: average}
      - {conv: 11, kernel: 1, activation: sigmoid}
      - {global: max}
    classifier:
      - linear: 13
      - batch_norm
      - prelu
      - linear: 6
      - leaky_relu
      - linear: 5
    """

  /// A map that is too small for its fifth pooling layer, with a name whose characters are two columns wide.
  private static let stoppedText = """
    name: 작은 모델
    input: [3, 32, 30]
    features: [64, 64, M, LRN, M, 128, 128, M, 256, M, M, 512]
    classifier: {hidden: [64], classes: 10}
    """
}
