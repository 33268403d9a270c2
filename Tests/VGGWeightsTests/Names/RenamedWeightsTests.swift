import Testing
import VGGTestSupport

@testable import VGGWeights

/// Weights under other programs' names, read under torchvision's.
@Suite struct RenamedWeightsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// An opened file of tensors whose values identify the tensors and their positions.
  private func weights(_ shapes: [(String, [Int])]) throws -> RenamedWeights {
    let path = folder.path + "/w.safetensors"
    try writeSafetensors(
      shapes.map { TensorDescription(name: $0.0, shape: $0.1) }, from: CountingWeights(), to: path)
    return RenamedWeights(try WeightFile(path: path))
  }

  /// The values of tensor `name` are 0, 1, 2, ….
  private struct CountingWeights: WeightSource {
    func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
      WeightTensor((0..<shape.reduce(1, *)).map(Float.init), shape: shape)
    }
  }

  @Test func torchvisionsNamesStay() throws {
    let weights = try weights([("features.0.weight", [2, 1, 3, 3]), ("classifier.0.bias", [2])])
    #expect(weights.tensors.map(\.name) == ["features.0.weight", "classifier.0.bias"])
    #expect(weights.remarks == [])
  }

  @Test(arguments: ["model.", "backbone.net."])
  func aPrefixIsTakenOff(_ prefix: String) throws {
    let weights = try weights([
      (prefix + "features.0.weight", [2, 1, 3, 3]), (prefix + "classifier.0.bias", [2]),
      ("epoch", [1]),
    ])
    #expect(
      weights.tensors.map(\.name) == ["features.0.weight", "classifier.0.bias", "epoch"])
    #expect(weights.remarks == ["the names are read without their prefix '\(prefix)'"])
    #expect(try weights.tensor("classifier.0.bias", shape: [2]).values == [0, 1])
  }

  /// It is not known which of the two is meant.
  @Test func twoPrefixesStay() throws {
    let weights = try weights([
      ("teacher.features.0.weight", [2, 1, 3, 3]), ("student.features.0.weight", [2, 1, 3, 3]),
    ])
    #expect(weights.tensors.map(\.name).allSatisfy { !$0.hasPrefix("features") })
    let reason =
      "the names can be read in two ways: 'features.0.weight' may be 'teacher.features.0.weight' or "
      + "'student.features.0.weight'; save the tensors of only one network"
    #expect(weights.remarks == [reason])
    let error = #expect(throws: WeightError.self) { try weights.tensor("features.0.weight") }
    #expect(error?.reason == reason)
  }

  /// timm stores the classifier's first layers as convolutions with the same numbers.
  @Test(arguments: ["", "module.model."])
  func timmsNamesAreKnown(_ prefix: String) throws {
    let weights = try weights(
      [
        ("features.0.weight", [2, 3, 3, 3]), ("features.0.bias", [2]),
        ("pre_logits.fc1.weight", [5, 2, 7, 7]), ("pre_logits.fc1.bias", [5]),
        ("pre_logits.fc2.weight", [5, 5, 1, 1]), ("pre_logits.fc2.bias", [5]),
        ("head.fc.weight", [4, 5]), ("head.fc.bias", [4]),
      ].map { (prefix + $0.0, $0.1) })
    #expect(
      weights.tensors.map { "\($0.name) \($0.shape)" } == [
        "features.0.weight [2, 3, 3, 3]", "features.0.bias [2]", "classifier.0.weight [5, 98]",
        "classifier.0.bias [5]", "classifier.3.weight [5, 5]", "classifier.3.bias [5]",
        "classifier.6.weight [4, 5]", "classifier.6.bias [4]",
      ])
    let inFile = prefix.dropFirst("module.".count)
    let features = prefix.isEmpty ? "" : "'\(inFile)features.0' as features.0, "
    #expect(
      weights.remarks == [
        "the names are read as torchvision's: \(features)'\(inFile)pre_logits.fc1' as classifier.0, "
          + "'\(inFile)pre_logits.fc2' as classifier.3, '\(inFile)head.fc' as classifier.6"
      ])
    let first = try weights.tensor("classifier.0.weight", shape: [5, 98])
    #expect(first.values == (0..<490).map(Float.init))
    #expect(throws: WeightError.self) {
      try weights.tensor("classifier.0.weight", shape: [5, 2, 7, 7])
    }
  }

  /// Keras's forms of the names: with the model's name, with the layer's name twice, with an index.
  @Test(arguments: [
    "@/kernel", "@/@/kernel:0", "vgg16/@/kernel:0", "@.kernel",
  ])
  func kerassNamesAreKnown(_ pattern: String) throws {
    let weights = try weights(
      [
        ("block1_conv1", [3, 3, 1, 2]), ("block1_conv2", [3, 3, 2, 2]),
        ("block2_conv1", [3, 3, 2, 3]), ("fc1", [12, 5]), ("fc2", [5, 5]), ("predictions", [5, 4]),
      ].flatMap { layer, shape in
        let name = pattern.replacing("@", with: layer)
        return [(name, shape), (name.replacing("kernel", with: "bias"), [shape[shape.count - 1]])]
      })
    #expect(
      weights.tensors.filter { $0.name.hasSuffix("weight") }.map { "\($0.name) \($0.shape)" } == [
        "features.0.weight [2, 1, 3, 3]", "features.2.weight [2, 2, 3, 3]",
        "features.5.weight [3, 2, 3, 3]", "classifier.0.weight [5, 12]",
        "classifier.3.weight [5, 5]", "classifier.6.weight [4, 5]",
      ])
    #expect(try weights.tensor("features.5.bias", shape: [3]).values == [0, 1, 2])
    #expect(weights.remarks.first?.hasPrefix("the names are Keras's") == true)
  }

  /// Every position of a kernel, by the formulas of both orders.
  @Test func kerassKernelsAreTurned() throws {
    let (rows, columns, inputs, outputs) = (3, 2, 65, 70)
    let weights = try weights([("block1_conv1/kernel", [rows, columns, inputs, outputs])])
    let shape = [outputs, inputs, rows, columns]
    let values = try weights.tensor("features.0.weight", shape: shape).values
    for o in 0..<outputs {
      for i in 0..<inputs {
        for (y, x) in [(0, 0), (0, 1), (1, 0), (2, 1)] {
          let found = values[((o * inputs + i) * rows + y) * columns + x]
          #expect(found == Float(((y * columns + x) * inputs + i) * outputs + o))
        }
      }
    }
  }

  /// The first linear layer takes the map channel by channel here, but position by position in
  /// Keras.
  @Test func kerassFlatteningIsTurned() throws {
    let (channels, height, width, outputs) = (3, 5, 4, 67)
    let weights = try weights([
      ("block1_conv1/kernel", [3, 3, 1, channels]),
      ("fc1/kernel", [channels * height * width, outputs]),
    ])
    let inputs = channels * height * width
    let values = try weights.tensor("classifier.0.weight", shape: [outputs, inputs]).values
    for o in 0..<outputs {
      for c in 0..<channels {
        for y in 0..<height {
          for x in 0..<width {
            let found = values[o * inputs + (c * height + y) * width + x]
            #expect(found == Float(((y * width + x) * channels + c) * outputs + o))
          }
        }
      }
    }
  }

  /// Names that look like Keras's, with shapes that do not: unchanged.
  @Test func shapesThatAreNoKernelsStay() throws {
    let weights = try weights([
      ("block1_conv1/kernel", [3, 3, 2]), ("block1_conv2/kernel", [3, 3, 2, 7]),
      ("fc1/kernel", [10, 4]),
    ])
    #expect(
      weights.tensors.map(\.name) == [
        "block1_conv1/kernel", "features.2.weight", "classifier.0.weight",
      ])
  }

  @Test func otherNamesStay() throws {
    let weights = try weights([("conv1.weight", [2, 1, 3, 3]), ("pre_logits.fc1.bias", [2])])
    #expect(weights.tensors.map(\.name) == ["conv1.weight", "pre_logits.fc1.bias"])
    let error = #expect(throws: WeightError.self) { try weights.tensor("features.0.weight") }
    #expect(
      error?.reason
        == "there is no tensor 'features.0.weight'; the file holds 2, the first is 'conv1.weight'")
  }

  /// Renamed tensors keep their types; reordered tensors are float32.
  @Test func copiesHaveTorchvisionsNames() throws {
    let weights = try weights([
      ("block1_conv1/kernel", [1, 1, 2, 3]), ("block1_conv1/bias", [3]),
    ])
    let path = folder.path + "/copy.safetensors"
    try writeSafetensors(copying: weights, to: path)
    let copy = try WeightFile(path: path)
    #expect(copy.tensors.map(\.name) == ["features.0.weight", "features.0.bias"])
    #expect(
      try copy.tensor("features.0.weight", shape: [3, 2, 1, 1]).values == [0, 3, 1, 4, 2, 5])
  }

  /// Keras adds 0.001 to variances; the difference from PyTorch's epsilon is included in them.
  @Test func kerassBatchNormalisationIsRead() throws {
    let parts = ["gamma", "beta", "moving_mean", "moving_variance"]
    let weights = try weights(
      [("conv2d/kernel", [3, 3, 1, 2]), ("conv2d/bias", [2])]
        + parts.map { ("batch_normalization/\($0)", [2]) })
    let needed =
      [("features.0.weight", [2, 1, 3, 3]), ("features.0.bias", [2])]
      + ["weight", "bias", "running_mean", "running_var"].map { ("features.1.\($0)", [2]) }
    let read = RenamedWeights(
      weights.file, for: needed.map { TensorDescription(name: $0.0, shape: $0.1) })
    #expect(try read.tensor("features.1.weight", shape: [2]).values == [0, 1])
    #expect(try read.tensor("features.1.running_mean", shape: [2]).values == [0, 1])
    #expect(try read.tensor("features.1.running_var", shape: [2]).values == [0.00099, 1.00099])
    #expect(read.remarks.contains { $0.hasPrefix("variances are read as 0.00099 more") })
    #expect(weights.tensors.map(\.name).contains("conv2d/kernel"))
  }

  /// For any words, every tensor has one name, and no two have the same.
  @Test(arguments: 0..<1000 as Range<UInt64>)
  func everyTensorKeepsOneName(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = [
      "features", "classifier", "module", "_orig_mod", "model", "0", "1", "3", "10", "conv", "bn",
      "conv1_1",
      "conv2_1", "bn1_1", "block1_conv1", "slice1", "fc", "fc6", "dense", "dense_1", "conv2d_1",
      "other",
    ]
    let parts = [
      "weight", "bias", "kernel", "running_mean", "running_var", "gamma", "num_batches_tracked",
      "x",
    ]
    let shapes = [[4, 4, 3, 3], [4, 3, 3, 3], [4, 4], [4, 16], [4], [], [3, 3, 4, 4]]
    var names: Set<String> = []
    for _ in 0..<random.int(1...12) {
      let module = (0..<random.int(0...4)).map { _ in words[random.int(0...words.count - 1)] }
      names.insert((module + [parts[random.int(0...parts.count - 1)]]).joined(separator: "."))
    }
    let tensors = names.sorted().map {
      TensorDescription(name: $0, shape: shapes[random.int(0...shapes.count - 1)])
    }
    let network = [
      TensorDescription(name: "features.0.weight", shape: [4, 3, 3, 3]),
      TensorDescription(name: "features.2.weight", shape: [4, 4, 3, 3]),
      TensorDescription(name: "classifier.0.weight", shape: [4, 16]),
      TensorDescription(name: "classifier.2.weight", shape: [4, 4]),
    ]
    for (isDeclared, network) in [(true, nil), (false, network), (true, network)] {
      let read = WeightNames(tensors, isDeclared: isDeclared, for: network)
      #expect(read.mapped.map(\.source) == tensors.map(\.name))
      #expect(Set(read.tensors.map(\.name)).count == tensors.count, "\(tensors.map(\.name))")
      for (tensor, mapped) in zip(tensors, read.mapped) {
        #expect(mapped.description.elementCount == tensor.elementCount)
      }
      // Layers that have been converted stay unchanged.
      let again = WeightNames(read.tensors, isDeclared: isDeclared, for: network)
      if read.ambiguity == nil, read.notUnderstood.isEmpty, read.namesInOrder.isEmpty {
        #expect(again.layers == read.layers, "\(tensors.map(\.name))")
      }
    }
  }
}
