import VGGWeights

/// Weights from a seed of which no two parts are alike.
///
/// What training starts from, biases of 0 and batch normalisation that changes nothing, would hide a
/// bias that a backend leaves out, or a mean that it takes for a variance. So tensors of one axis
/// differ here from value to value; convolutions and linear layers are initialised as usual.
struct VerificationWeights: WeightSource {
  private let initializer: SeededInitializer

  init(seed: UInt64) {
    initializer = SeededInitializer(seed: seed)
  }

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    guard shape.count == 1 else { return try initializer.tensor(name, shape: shape) }
    var random = SplitMix64(seed: initializer.seed, name: name)
    let isFactor = name.hasSuffix("weight") || name.hasSuffix("running_var")
    let range: ClosedRange<Float> = isFactor ? 0.5...1.5 : -0.5...0.5
    return WeightTensor(
      (0..<shape[0]).map { _ in Float.random(in: range, using: &random) }, shape: shape)
  }
}
