import VGGCompute

/// The change of weights by their gradients, as PyTorch's optimiser of the same name computes it.
package enum Optimizer: Hashable, Sendable {
  /// `torch.optim.SGD`: the velocity becomes `momentum * velocity + gradient + weightDecay *
  /// weight`, and the weight is reduced by the rate times it.
  case sgd(momentum: Double, weightDecay: Double)
  /// `torch.optim.Adam`, with weight decay added to the gradient.
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double)

  /// The paper's optimiser: momentum 0.9, weight decay 5e-4.
  package static let paper = Optimizer.sgd(momentum: 0.9, weightDecay: 5e-4)

  /// The names of the numbers it keeps for every weight.
  var moments: [String] {
    switch self {
    case .sgd(let momentum, _): momentum == 0 ? [] : ["momentum"]
    case .adam: ["first_moment", "second_moment"]
    }
  }

  func check() throws(ComputeError) {
    switch self {
    case .sgd(let momentum, let weightDecay):
      try check(.momentum, momentum, in: 0..<1)
      try check(.weightDecay, weightDecay, in: 0..<1)
    case .adam(let beta1, let beta2, let epsilon, let weightDecay):
      try check(.beta1, beta1, in: 0..<1)
      try check(.beta2, beta2, in: 0..<1)
      try check(.epsilon, epsilon, in: 1e-30..<1)
      try check(.weightDecay, weightDecay, in: 0..<1)
    }
  }

  private func check(
    _ setting: ComputeError.Setting, _ value: Double, in range: Range<Double>
  ) throws(ComputeError) {
    guard range.contains(value) else { throw .setting(setting, value, range: range) }
  }
}
