import VGGWeights

/// Weights from a seed, no two parts of which are alike.
///
/// The values that training starts from, biases of 0 and batch normalisation that changes nothing,
/// would hide a bias that a backend leaves out, or a mean that it takes for a variance. So tensors
/// with one axis have different values here. Convolutions and linear layers keep the magnitude of
/// the values from layer to layer, so that an error in the first layer is visible in the last;
/// torchvision's initial biases would drown it.
struct VerificationWeights: WeightSource {
  let seed: UInt64

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    var random = SplitMix64(seed: seed, name: name)
    let range = range(of: name, shape)
    return WeightTensor(
      (0..<shape.reduce(1, *)).map { _ in Float.random(in: range, using: &random) }, shape: shape)
  }

  private func range(of name: String, _ shape: [Int]) -> ClosedRange<Float> {
    guard shape.count == 1 else {
      let bound = (6 / Float(shape.dropFirst().reduce(1, *))).squareRoot()
      return -bound...bound
    }
    let isFactor = name.hasSuffix("weight") || name.hasSuffix("running_var")
    return isFactor ? 0.5...1.5 : -0.1...0.1
  }
}
