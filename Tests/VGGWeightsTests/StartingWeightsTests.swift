import Testing
import VGGTestSupport
import VGGWeights

@Suite struct StartingWeightsTests {
  private let network = [
    TensorDescription(name: "features.0.weight", shape: [2, 3, 3, 3]),
    TensorDescription(name: "features.0.bias", shape: [2]),
    TensorDescription(name: "classifier.0.weight", shape: [4, 6]),
    TensorDescription(name: "classifier.0.bias", shape: [4]),
    TensorDescription(name: "classifier.2.weight", shape: [5, 4]),
    TensorDescription(name: "classifier.2.bias", shape: [5]),
  ]

  private func start(
    _ shapes: [String: [Int]?], dropsHead: Bool = true, adaptsInput: Bool = false
  ) throws -> StartingWeights<VariedWeights> {
    let available = network.compactMap { tensor in
      (shapes[tensor.name] ?? tensor.shape).map { TensorDescription(name: tensor.name, shape: $0) }
    }
    return try StartingWeights(
      VariedWeights(), holding: available, for: network, dropsHead: dropsHead,
      adaptsInput: adaptsInput, seed: 5)
  }

  @Test func whatFitsIsKept() throws {
    let weights = try start([:])
    #expect(weights.plan.new == [])
    #expect(weights.plan.kept == ["features.0", "classifier.0", "classifier.2"])
    #expect(
      try weights.tensor("classifier.0.weight", shape: [4, 6]).values
        == VariedWeights().tensor("classifier.0.weight", shape: [4, 6]).values)
  }

  /// Other classes; another map (the last layer would fit); no last layer; features alone.
  @Test(
    arguments: [
      (["classifier.2.weight": [9, 4], "classifier.2.bias": [9]], ["classifier.2"]),
      (["classifier.0.weight": [4, 8]], ["classifier.0", "classifier.2"]),
      (["classifier.2.weight": nil, "classifier.2.bias": nil], ["classifier.2"]),
      (
        [
          "classifier.0.weight": nil, "classifier.0.bias": nil, "classifier.2.weight": nil,
          "classifier.2.bias": nil,
        ], ["classifier.0", "classifier.2"]
      ),
    ] as [([String: [Int]?], [String])])
  func fromTheFirstLinearLayerThatDoesNotFitAllAreNew(
    _ shapes: [String: [Int]?], _ new: [String]
  ) throws {
    let weights = try start(shapes)
    #expect(weights.plan.new.map(\.name) == new)
    #expect(weights.plan.isComplete)
    for tensor in network {
      let isNew = new.contains { tensor.name.hasPrefix($0 + ".") }
      let source: any WeightSource = isNew ? SeededInitializer(seed: 5) : VariedWeights()
      #expect(
        try weights.tensor(tensor.name, shape: tensor.shape).values
          == source.tensor(tensor.name, shape: tensor.shape).values)
    }
  }

  /// As in torchvision's file of VGG-16's features, whose classifier is NaN.
  @Test func aLayerThatIsNoNumbersIsNew() throws {
    struct NaNBias: WeightSource {
      func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
        name == "classifier.0.bias"
          ? WeightTensor([1, .nan, 0, 2], shape: shape)
          : try VariedWeights().tensor(name, shape: shape)
      }
    }
    let weights = try StartingWeights(
      NaNBias(), holding: network, for: network, dropsHead: true, adaptsInput: false, seed: 5)
    #expect(weights.plan.new.map(\.reason) == [.notFinite, .follows])
    #expect(try weights.tensor("classifier.0.bias", shape: [4]).values == [0, 0, 0, 0])
  }

  @Test func convolutionsAreNeverNew() throws {
    let plan = try start(["features.0.weight": [2, 3, 5, 5]], adaptsInput: true).plan
    #expect(!plan.isComplete)
    #expect(plan.new == [])
    #expect(try !start(["classifier.2.bias": [9]], dropsHead: false).plan.isComplete)
  }
}

/// The first convolution for other channels, compared with its definition.
@Suite struct InputAdaptationTests {
  @Test(arguments: [1, 4]) func mapsAreThoseOfThreeChannels(_ channels: Int) throws {
    let name = "features.0.weight"
    let weights = try StartingWeights(
      VariedWeights(), holding: [TensorDescription(name: name, shape: [5, 3, 3, 2])],
      for: [TensorDescription(name: name, shape: [5, channels, 3, 2])], dropsHead: false,
      adaptsInput: true, seed: 0)
    #expect(weights.plan.isComplete)
    #expect(weights.plan.adapted?.to == channels)
    let before = try VariedWeights().tensor(name, shape: [5, 3, 3, 2]).values
    let after = try weights.tensor(name, shape: [5, channels, 3, 2]).values
    #expect(after.count == 5 * channels * 6)
    for output in 0..<5 {
      for place in 0..<6 {
        let three = (0..<3).map { before[(output * 3 + $0) * 6 + place] }
        let found = (0..<channels).map { after[(output * channels + $0) * 6 + place] }
        #expect(found == (channels == 1 ? [three[0] + three[1] + three[2]] : three + [0]))
      }
    }
  }

  /// Conversions for which no rule is defined.
  @Test(arguments: [(1, 3), (3, 2), (4, 3), (3, 5)]) func othersAreRefused(_ from: Int, _ to: Int) {
    let name = "features.0.weight"
    let plan = StartPlan(
      network: [TensorDescription(name: name, shape: [5, to, 3, 3])],
      available: [TensorDescription(name: name, shape: [5, from, 3, 3])], dropsHead: true,
      adaptsInput: true)
    #expect(!plan.isComplete)
  }
}
