import Foundation
import Testing
import VGGGraph
import VGGSpec
import VGGTestSupport

/// A model with golden files, in the folder of its name under `Tests/Golden`.
struct SampleModel: Sendable, CustomTestStringConvertible {
  let folder: String
  let text: @Sendable () throws -> String

  var testDescription: String { folder }

  func models() throws -> [CheckedModel] {
    compile(try text()).models
  }

  static let all = [
    configuration("custom"), configuration("d"),
    SampleModel(folder: "every-kind") { everyKind }, SampleModel(folder: "stopped") { stopped },
  ]

  private static func configuration(_ name: String) -> SampleModel {
    SampleModel(folder: name) {
      try String(contentsOf: Repository.file("Configs/\(name).yaml"), encoding: .utf8)
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
    """

  /// A map that is too small for its fifth pooling, under a name that takes two columns a
  /// character.
  static let stopped = """
    name: 작은 모델
    input: [3, 32, 30]
    features: [64, 64, M, LRN, M, 128, 128, M, 256, M, M, 512]
    classifier: {hidden: [64], classes: 10}
    """
}

/// The graph of a sound configuration's text.
func graph(_ text: String) throws -> ModelGraph {
  let compilation = compile(text)
  return try #require(
    compilation.graphs.first, "\(compilation.diagnostics.map(\.message).joined(separator: "; "))")
}

/// The graph of a built-in configuration.
func builtIn(_ name: String) throws -> ModelGraph {
  try graph(try #require(BuiltInConfiguration.named(name)).text)
}
