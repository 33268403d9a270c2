import Testing
import VGGWeights

@Suite struct SeededInitializerTests {
  struct NormalCase: Sendable {
    let name: String
    let shape: [Int]
    let variance: Double
  }

  struct VectorCase: Sendable {
    let name: String
    let value: Float
  }

  private let weights = SeededInitializer(seed: 7)

  /// The sample mean, deviation and kurtosis are within five standard errors of the distribution's.
  @Test(arguments: [
    NormalCase(name: "features.0.weight", shape: [64, 32, 3, 3], variance: 2.0 / (64 * 9)),
    NormalCase(name: "features.7.weight", shape: [128, 64, 1, 1], variance: 2.0 / 128),
    NormalCase(name: "features.3.weight", shape: [48, 3, 5, 5], variance: 2.0 / (48 * 25)),
    NormalCase(name: "classifier.0.weight", shape: [100, 300], variance: 0.0001),
  ])
  func drawsFromTheNormalDistribution(draw: NormalCase) throws {
    let values = try weights.tensor(draw.name, shape: draw.shape).values.map { Double($0) }
    let deviation = draw.variance.squareRoot()
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    #expect(abs(mean) < 5 * deviation / count.squareRoot())
    #expect(abs(variance.squareRoot() - deviation) < 5 * deviation / (2 * count).squareRoot())
    let fourthPowers = values.map { ($0 - mean) * ($0 - mean) * ($0 - mean) * ($0 - mean) }
    let kurtosis = fourthPowers.reduce(0, +) / count / (variance * variance)
    #expect(abs(kurtosis - 3) < 5 * (24 / count).squareRoot())
  }

  @Test(arguments: [
    VectorCase(name: "features.0.bias", value: 0), VectorCase(name: "features.1.weight", value: 1),
    VectorCase(name: "features.1.bias", value: 0),
    VectorCase(name: "features.1.running_mean", value: 0),
    VectorCase(name: "features.1.running_var", value: 1),
  ])
  func fillsVectors(vector: VectorCase) throws {
    let (name, value) = (vector.name, vector.value)
    let tensor = try weights.tensor(name, shape: [5])
    #expect(tensor.values == [Float](repeating: value, count: 5))
    #expect(tensor.shape == [5])
  }

  @Test func dependsOnSeedAndNameOnly() throws {
    let shape = [4, 3, 3, 3]
    let first = try weights.tensor("features.0.weight", shape: shape).values
    let second = try weights.tensor("features.2.weight", shape: shape).values
    #expect(first != second)
    let again = SeededInitializer(seed: 7)
    #expect(try again.tensor("features.2.weight", shape: shape).values == second)
    #expect(try again.tensor("features.0.weight", shape: shape).values == first)
    let other = SeededInitializer(seed: 8)
    #expect(try other.tensor("features.0.weight", shape: shape).values != first)
  }

  /// Values of the algorithm written in Python; a change would invalidate every experiment that
  /// states its seed.
  @Test func keepsItsValues() throws {
    let values = try weights.tensor("features.0.weight", shape: [1, 1, 2, 2]).values
    let expected: [Float] = [0.06778251, 0.3789755, -0.8404972, -0.47395]
    #expect(zip(values, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(values.count == expected.count)
  }

  @Test(arguments: [
    TensorDescription(name: "features.0.gamma", shape: [3]),
    TensorDescription(name: "features.0.weight", shape: [3, 3, 3]),
    TensorDescription(name: "", shape: [1]),
    TensorDescription(name: "features.0.weight", shape: [1 << 40, 1 << 40]),
    TensorDescription(name: "features.0.weight", shape: [1 << 20, 1 << 20]),
    TensorDescription(name: "features.0.weight", shape: [-1, 3]),
  ])
  func refuses(tensor: TensorDescription) {
    let (name, shape) = (tensor.name, tensor.shape)
    #expect(throws: WeightError.self) { try weights.tensor(name, shape: shape) }
  }
}
