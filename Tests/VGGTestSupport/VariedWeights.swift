import VGGWeights

/// Weights that keep values near 1 through many layers, with varied biases and batch norm
/// statistics, since zeros and ones would hide a mix-up.
package struct VariedWeights: WeightSource {
  package let seed: UInt64

  package init(seed: UInt64 = 7) {
    self.seed = seed
  }

  package func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    var random = SeededGenerator(seed: seed, name: name)
    let range = range(of: name, shape)
    let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: range, using: &random) }
    return WeightTensor(values, shape: shape)
  }

  private func range(of name: String, _ shape: [Int]) -> ClosedRange<Float> {
    if shape.count > 1 {
      let bound = (6 / Float(shape.dropFirst().reduce(1, *))).squareRoot()
      return -bound...bound
    }
    return name.hasSuffix("weight") || name.hasSuffix("running_var") ? 0.5...1.5 : -0.5...0.5
  }
}
