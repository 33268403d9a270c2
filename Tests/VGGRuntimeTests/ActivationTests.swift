import Testing
import VGGRuntime

/// Activations compared with PyTorch's.
@Suite struct ActivationTests {
  private func map(_ golden: Golden) throws -> FeatureMap<2, 3, 5> { try golden.map() }

  @Test func leakyReLU() throws {
    let golden = try Golden("leaky-relu")
    try golden.expect(map(golden).leakyReLU(slope: 0.1))
  }

  @Test func elu() throws {
    let golden = try Golden("elu")
    try golden.expect(map(golden).elu(alpha: 0.5))
  }

  @Test func gelu() throws {
    let golden = try Golden("gelu")
    try golden.expect(map(golden).gelu())
  }

  @Test func silu() throws {
    let golden = try Golden("silu")
    try golden.expect(map(golden).silu())
  }

  @Test func sigmoid() throws {
    let golden = try Golden("sigmoid")
    try golden.expect(map(golden).sigmoid())
  }

  @Test func tanh() throws {
    let golden = try Golden("tanh")
    try golden.expect(map(golden).tanh())
  }

  @Test func prelu() throws {
    let golden = try Golden("prelu")
    let map: FeatureMap<3, 3, 5> = try golden.map()
    try golden.expect(PReLU("features.0", from: golden.weights)(map))
  }

  @Test func untrainedPReLUHasPyTorchsSlope() throws {
    let vector = try FeatureVector<2>([-4, 3])
    let layer = try PReLU("features.0", from: SeededInitializer(seed: 3))
    #expect(layer(vector).values == [-1, 3])
  }

  @Test func vectorsAndSharedMapsAreKept() throws {
    let vector = try FeatureVector<3>([-2, 0, 2])
    #expect(vector.leakyReLU(slope: 0.5).values == [-1, 0, 2])
    #expect(vector.values == [-2, 0, 2])
    expectAgreement(vector.sigmoid().values, [0.119202922, 0.5, 0.880797078])
    let map = try FeatureMap<1, 1, 2>([-1, 1])
    expectAgreement(map.tanh().values, [-0.761594156, 0.761594156])
    #expect(map.values == [-1, 1])
  }

  @Test func globalMaximum() throws {
    let golden = try Golden("global-max")
    try golden.expect(GlobalMaxPool<3, 5, 4>()(golden.map()))
  }

  @Test func globalMean() throws {
    let golden = try Golden("adaptive-global")
    try golden.expect(GlobalAveragePool<3, 5, 4>()(golden.map()))
  }

  @Test func batchNormOfVectors() throws {
    let golden = try Golden("batch-norm-vector")
    try golden.expect(BatchNorm1d<19>("classifier.0", from: golden.weights)(golden.vector()))
  }
}
