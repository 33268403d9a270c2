import Testing
import VGGRuntime

@Suite struct ClassProbabilityTests {
  /// The probabilities are e^x / (e^1 + e^3 + e^2 + e^3), by hand.
  @Test func ranksByProbability() throws {
    let scores = try FeatureVector<4>([1, 3, 2, 3])
    let top = try scores.top(3, labels: ["cat", "dog", "horse"])
    #expect(top.map(\.index) == [1, 3, 2])
    #expect(top.map(\.label) == ["dog", nil, "horse"])
    expectAgreement(top.map(\.probability), [0.399_487, 0.399_487, 0.146_963])
  }

  @Test func probabilitiesStayAsTheyAre() throws {
    let top = try FeatureVector<3>([0.5, 0.25, 0.25]).top(9, output: .probabilities)
    #expect(top.map(\.probability) == [0.5, 0.25, 0.25])
    #expect(top.map(\.index) == [0, 1, 2])
    #expect(top.allSatisfy { $0.label == nil })
  }

  @Test(arguments: [0, -1, Int.min]) func noClasses(_ limit: Int) throws {
    #expect(try FeatureVector<2>([1, 2]).top(limit).isEmpty)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity]) func refusesWhatIsNotFinite(_ value: Float) {
    let error = #expect(throws: NotFiniteOutput.self) {
      try FeatureVector<3>([0, value, 1]).top(1)
    }
    #expect(error?.index == 1)
    #expect(
      error?.description
        == "the network's output for class 1 is \(value): the weights or the input are unusable")
  }
}
