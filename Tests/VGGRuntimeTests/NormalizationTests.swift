import Testing
import VGGRuntime

@Suite struct NormalizationTests {
  @Test func batchNorm() throws {
    let golden = try Golden("batch-norm")
    try golden.expect(BatchNorm2d<4, 5, 3>("features.0", from: golden.weights)(golden.map()))
  }

  @Test func untrainedBatchNormIsNearlyTheIdentity() throws {
    let map = try FeatureMap<2, 1, 2>([1, -2, 0.5, 3])
    let norm = try BatchNorm2d<2, 1, 2>("features.1", from: SeededInitializer(seed: 0))
    expectAgreement(norm(map).values, map.values, tolerance: 2e-5)
  }

  @Test func localResponseNormOfThePaper() throws {
    let golden = try Golden("lrn-paper")
    let norm = LocalResponseNorm<7, 3, 2>(size: 5, alpha: 5e-4, beta: 0.75, k: 2)
    try golden.expect(norm(golden.map()))
  }

  @Test func localResponseNormThatMatters() throws {
    let golden = try Golden("lrn-strong")
    let norm = LocalResponseNorm<5, 2, 3>(size: 3, alpha: 1.5, beta: 0.5, k: 1)
    try golden.expect(norm(golden.map()))
  }

  @Test func localResponseNormOfEvenSize() throws {
    let golden = try Golden("lrn-even-size")
    let norm = LocalResponseNorm<6, 2, 3>(size: 4, alpha: 1, beta: 0.75, k: 1)
    try golden.expect(norm(golden.map()))
  }

  @Test func localResponseNormWiderThanTheChannels() throws {
    let golden = try Golden("lrn-wider-than-channels")
    let norm = LocalResponseNorm<3, 2, 2>(size: 9, alpha: 1, beta: 0.75, k: 1)
    try golden.expect(norm(golden.map()))
  }

  @Test func softmax() throws {
    let golden = try Golden("softmax")
    let vector: FeatureVector<11> = try golden.vector()
    try golden.expect(vector.softmax())
  }

  @Test func softmaxOfLargeValues() throws {
    let vector = try FeatureVector<3>([1000, 1000, -1000])
    #expect(vector.softmax().values == [0.5, 0.5, 0])
  }
}
