import Testing

@testable import VGGRuntime

@Suite struct LinearTests {
  @Test func linear() throws {
    let golden = try Golden("linear")
    try golden.expect(Linear<37, 5>("classifier.0", from: golden.weights)(golden.vector()))
  }

  @Test func linearWithoutBias() throws {
    let golden = try Golden("linear-no-bias")
    let linear = try Linear<16, 3>("classifier.0", bias: false, from: golden.weights)
    try golden.expect(linear(golden.vector()))
  }

  @Test func linearOfAnyLength() throws {
    try expectSums(Linear<1, 1>.self)
    try expectSums(Linear<15, 2>.self)
    try expectSums(Linear<33, 17>.self)
    try expectSums(Linear<250, 40>.self)
  }

  @Test func sizesThatCannotBe() {
    let error = #expect(throws: ShapeError.self) {
      _ = try Linear<0, 4>("classifier.0", from: SeededInitializer(seed: 1))
    }
    #expect(
      error?.description
        == "Linear<0, 4> 'classifier.0': the number of inputs must be at least 1, but is 0")
  }

  /// Integers, whose sums are exact in any order.
  private func expectSums<let inputs: Int, let outputs: Int>(
    _: Linear<inputs, outputs>.Type
  ) throws {
    let weight = (0..<inputs * outputs).map { Float($0 % 13) }
    let bias = (0..<outputs).map { Float($0) }
    let linear = try Linear<inputs, outputs>(
      "fc", from: NamedTensors(tensors: ["fc.weight": weight, "fc.bias": bias]))
    let input = (0..<inputs).map { Float($0 % 7) }
    let sums = (0..<outputs).map { output in
      (0..<inputs).reduce(bias[output]) { $0 + weight[output * inputs + $1] * input[$1] }
    }
    #expect(linear(try FeatureVector(input)).values == sums)
  }
}
