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

  /// Every length around the width of the inner loop.
  @Test(arguments: 1...40) func dotProductOfAnyLength(count: Int) throws {
    let numbers = (0..<count).map { Float($0 + 1) }
    let sum = (1...count).map { $0 * $0 }.reduce(0, +)
    #expect(dotProduct(numbers, numbers, count: count) == Float(sum))
  }
}
