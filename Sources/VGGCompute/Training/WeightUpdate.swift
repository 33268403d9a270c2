import VGGFiles
import VGGKernels

/// The weights that one step changes, with their gradients, in memory that it does not own.
package struct WeightUpdate {
  let count: Int
  let weights: UnsafeMutablePointer<Float>
  let gradients: UnsafePointer<Float>
  let rate: Double
  /// The factor of all gradients.
  let gradientScale: Float

  package init(
    count: Int, weights: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    rate: Double, gradientScale: Float
  ) {
    self.count = count
    self.weights = weights
    self.gradients = gradients
    self.rate = rate
    self.gradientScale = gradientScale
  }

  /// Updates as `torch.optim.SGD` does.
  ///
  /// - Parameter velocities: one number for each weight; `nil` if `momentum` is 0.
  package func sgd(
    momentum: Double, weightDecay: Double, velocities: UnsafeMutablePointer<Float>?, on team: Team
  ) {
    var sgd = vgg_sgd(
      rate: Float(rate), momentum: Float(momentum), weight_decay: Float(weightDecay),
      gradient_scale: gradientScale)
    vgg_sgd_update(team.pointer, &sgd, count, gradients, velocities, weights)
  }

  /// The numbers of `torch.optim.Adam`.
  package struct Adam {
    let beta1: Double
    let beta2: Double
    let epsilon: Double
    let weightDecay: Double

    package init(beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double) {
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
      self.weightDecay = weightDecay
    }
  }

  /// Updates as `torch.optim.Adam` does in its step `step`, counted from 1.
  ///
  /// - Parameter first: one number for each weight, and `second` another.
  package func adam(
    _ numbers: Adam, step: Int, first: UnsafeMutablePointer<Float>?,
    second: UnsafeMutablePointer<Float>?, on team: Team
  ) {
    let time = Double(step)
    var adam = vgg_adam(
      step_size: Float(rate / (1 - Double.power(numbers.beta1, time))),
      beta1: Float(numbers.beta1), beta2: Float(numbers.beta2),
      correction: Float((1 - Double.power(numbers.beta2, time)).squareRoot()),
      epsilon: Float(numbers.epsilon), weight_decay: Float(numbers.weightDecay),
      gradient_scale: gradientScale)
    vgg_adam_update(team.pointer, &adam, count, gradients, first, second, weights)
  }
}

/// The sum of squares of many numbers.
package enum SumOfSquares {
  package static func scratchBytes(count: Int) -> Int { vgg_squares_scratch_bytes(count) }

  package static func of(
    _ numbers: UnsafePointer<Float>, count: Int, on team: Team, scratch: UnsafeMutableRawPointer
  ) -> Double {
    vgg_sum_of_squares(team.pointer, count, numbers, scratch)
  }
}
