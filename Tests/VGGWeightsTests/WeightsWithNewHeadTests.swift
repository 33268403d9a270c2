import Testing
import VGGTestSupport
import VGGWeights

@Suite struct WeightsWithNewHeadTests {
  private let head = [
    TensorDescription(name: "classifier.0.weight", shape: [4, 6]),
    TensorDescription(name: "classifier.0.bias", shape: [4]),
  ]
  private let features = TensorDescription(name: "features.0.bias", shape: [3])

  private func weights(holding head: [TensorDescription]) -> WeightsWithNewHead<VariedWeights> {
    WeightsWithNewHead(
      VariedWeights(), holding: [features] + head, head: self.head, seed: 5)
  }

  @Test func aHeadThatFitsIsKept() throws {
    let weights = weights(holding: head)
    #expect(weights.dropped == [])
    #expect(
      try weights.tensor("classifier.0.weight", shape: [4, 6]).values
        == VariedWeights().tensor("classifier.0.weight", shape: [4, 6]).values)
  }

  /// For other classes, with other inputs (the bias would fit), and without a head.
  @Test(arguments: [[[9, 6], [9]], [[4, 8], [4]], []])
  func aHeadThatDoesNotFitIsMadeAnew(_ shapes: [[Int]]) throws {
    let weights = weights(
      holding: zip(head, shapes).map { TensorDescription(name: $0.name, shape: $1) })
    #expect(weights.dropped == ["classifier.0.weight", "classifier.0.bias"])
    let seeded = SeededInitializer(seed: 5)
    for tensor in head {
      #expect(
        try weights.tensor(tensor.name, shape: tensor.shape).values
          == seeded.tensor(tensor.name, shape: tensor.shape).values)
    }
    #expect(
      try weights.tensor("features.0.bias", shape: [3]).values
        == VariedWeights().tensor("features.0.bias", shape: [3]).values)
  }
}
