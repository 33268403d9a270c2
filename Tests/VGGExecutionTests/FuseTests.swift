import Testing
import VGGGraph
import VGGTestSupport

@testable import VGGExecution

/// The layers that are fused to one operation.
@Suite struct FuseTests {
  @Test(arguments: [
    // Convolution, batch norm, an activation and 2x2 pooling are one operation.
    ("batch_norm: true\nfeatures: [4, M]", ["conv2d 0..<4", "flatten 4..<5", "linear 5..<6"]),
    ("features: [4, M]", ["conv2d 0..<3", "flatten 3..<4", "linear 4..<5"]),
    ("features: [4, {dropout: 0.1}, M]", ["conv2d 0..<4", "flatten 4..<5", "linear 5..<6"]),
    // Other pooling is a separate operation, and so is pooling after anything else.
    (
      "features: [4, {maxpool: 3, stride: 2}]",
      ["conv2d 0..<2", "MaxPooling 2..<3", "flatten 3..<4", "linear 4..<5"]
    ),
    (
      "features: [4, {maxpool: 2, ceil: true}]",
      ["conv2d 0..<2", "MaxPooling 2..<3", "flatten 3..<4", "linear 4..<5"]
    ),
    (
      "features: [4, LRN, M]",
      [
        "conv2d 0..<2", "LocalResponseNormalization 2..<3", "MaxPooling 3..<4", "flatten 4..<5",
        "linear 5..<6",
      ]
    ),
    (
      "features: [4, M, M, {avgpool: 2}]\navgpool: 2",
      [
        "conv2d 0..<3", "MaxPooling 3..<4", "AveragePooling 4..<5", "AdaptiveAveragePooling 5..<6",
        "flatten 6..<7",
        "linear 7..<8",
      ]
    ),
    // Normalisation after an activation is a separate pass, and includes the next activation.
    (
      "features: [{conv: 4, activation: tanh}, M, 5, batch_norm, {conv: 3, activation: none}, batch_norm]",
      [
        "conv2d 0..<3", "conv2d 3..<5", "batch_norm 5..<6", "conv2d 6..<8", "flatten 8..<9",
        "linear 9..<10",
      ]
    ),
    (
      "features: [{conv: 4, activation: prelu}, {global: max}]",
      [
        "conv2d 0..<2", "GlobalMaxPooling 2..<3", "flatten 3..<4", "linear 4..<5",
      ]
    ),
    (
      "features: [M, batch_norm, tanh, silu]",
      [
        "MaxPooling 0..<1", "batch_norm tanh 1..<3", "silu 3..<4", "flatten 4..<5", "linear 5..<6",
      ]
    ),
    // Dropout is fused with the layer before it, or at the start with the layer after it.
    (
      "features: [{dropout: 0.1}, M, {dropout: 0.1}]",
      ["MaxPooling 0..<3", "flatten 3..<4", "linear 4..<5"]
    ),
  ]) func features(_ features: String, _ expected: [String]) throws {
    let graph = try graph(
      "input: [3, 18, 20]\n\(features)\nclassifier: {hidden: [], classes: 2}")
    #expect(fuse(graph.layers).map(\.text) == expected)
  }

  @Test(arguments: [
    ("[linear: 2, relu, dropout: 0.5, linear: 3]", ["linear relu 2..<5", "linear 5..<6"]),
    ("[relu, linear: 2, softmax]", ["relu 2..<3", "linear 3..<4", "softmax 4..<5"]),
    ("[linear: 2, prelu, gelu, linear: 3]", ["linear prelu 2..<4", "gelu 4..<5", "linear 5..<6"]),
    ("[linear: 2, dropout: 0.5, relu, relu]", ["linear relu 2..<5", "relu 5..<6"]),
  ]) func classifier(_ classifier: String, _ expected: [String]) throws {
    let graph = try graph("input: [1, 2, 2]\nfeatures: [M]\nclassifier: \(classifier)")
    #expect(fuse(graph.layers).map(\.text) == ["MaxPooling 0..<1", "flatten 1..<2"] + expected)
  }

  /// A tapped layer includes only the dropout after it, which does not change its values.
  @Test func tappedLayersEndTheirOperation() throws {
    let graph = try graph(
      """
      input: [3, 18, 20]
      batch_norm: true
      features: [4, M, 5, {dropout: 0.5}, M]
      classifier: [linear: 3, dropout: 0.5, relu, linear: 2]
      taps: [fc3, bn1_1, relu2_1]
      """)
    let operations = fuse(graph.layers, taps: graph.taps)
    #expect(
      operations.map(\.text) == [
        "conv2d 0..<2", "relu 2..<3", "MaxPooling 3..<4", "conv2d 4..<8",
        "MaxPooling 8..<9", "flatten 9..<10", "linear 10..<12", "relu 12..<13",
        "linear 13..<14",
      ])
    #expect(operations.map(\.tap) == [1, nil, nil, 2, nil, nil, 0, nil, nil])
  }

  @Test func everyLayerBelongsToOneOperation() throws {
    for seed in 0..<200 as Range<UInt64> {
      let layers = try graph(RandomNetwork(seed: seed).configuration).layers
      let operations = fuse(layers)
      #expect(operations.flatMap { Array($0.layers) } == Array(layers.indices))
      #expect(operations.last?.output == layers.last?.output)
      for (operation, next) in zip(operations, operations.dropFirst()) {
        #expect(operation.output == next.input)
      }
    }
  }
}

extension PlannedOperation {
  /// The kind of the operation, and its layers.
  fileprivate var text: String {
    let name =
      switch operation {
      case .convolution: "conv2d"
      case .map(let operation): "\(type(of: operation))"
      case .batchNorm(let norm): "batch_norm" + (norm.activation.map { " \($0.text)" } ?? "")
      case .activation(let activation): activation.text
      case .flatten: "flatten"
      case .linear(let linear): "linear" + (linear.activation.map { " \($0.text)" } ?? "")
      case .softmax: "softmax"
      }
    return "\(name) \(layers)"
  }
}

extension LayerActivation {
  fileprivate var text: String {
    switch self {
    case .relu: "relu"
    case .function(let function): "\(function)"
    case .learnedSlope: "prelu"
    }
  }
}
