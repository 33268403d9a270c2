import VGGDiagnostics

/// The `training` key: how the network is trained. Parts not stated take their defaults in the
/// graph.
package struct TrainingSpec: Sendable, Equatable {
  package var optimizer: Spanned<OptimizerName>?
  package var rate: Spanned<Double>?
  package var momentum: Spanned<Double>?
  /// The decay of Adam's two running means.
  package var betas: Spanned<[Double]>?
  package var weightDecay: Spanned<Double>?
  package var batch: Spanned<Int>?
  package var epochs: Spanned<Int>?
  package var schedule: Spanned<RateSchedule>?
  package var clip: Spanned<GradientClip>?
  package var labelSmoothing: Spanned<Double>?
  package var seed: Spanned<Int>?

  package init() {}
}

/// `optimizer: sgd`.
package enum OptimizerName: String, CaseIterable, Sendable {
  case sgd
  case adam
}

/// `clip: none`, or the largest norm that the gradient of all weights together may have.
package enum GradientClip: Hashable, Sendable {
  case none
  case norm(Double)
}

/// The course of the learning rate from epoch to epoch.
package enum RateSchedule: Hashable, Sendable {
  case constant
  /// Multiplied by a factor each time this many epochs have passed.
  case step(every: Int, factor: Double)
  /// Multiplied by a factor after each of these epochs.
  case steps(after: [Int], factor: Double)
  /// The rate of each epoch; the last holds for all that follow.
  case rates([Double])
  /// Half a cosine, from the first epoch's rate down to `final`.
  case cosine(final: Double)
  /// Multiplied by a factor after this many epochs in a row without a better accuracy.
  case plateau(patience: Int, factor: Double)

  /// The paper divides the rate by ten when the accuracy stalls.
  package static let standard = plateau(patience: standardPatience, factor: standardFactor)
  package static let standardPatience = 5
  package static let standardFactor = 0.1
}
