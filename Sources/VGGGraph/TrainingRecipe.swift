import VGGSpec

/// The training of a network, with all defaults filled in.
///
/// Parts that the configuration does not state are as in the paper, section 3.1.
package struct TrainingRecipe: Sendable {
  package enum Optimizer: Hashable, Sendable {
    /// Stochastic gradient descent, as in PyTorch: velocity = momentum * velocity + gradient.
    case sgd(momentum: Double)
    case adam(beta1: Double, beta2: Double)
  }

  package var optimizer: Optimizer
  /// The learning rate before the schedule.
  package var rate: Double
  /// The factor of each weight that is added to its gradient.
  package var weightDecay: Double
  /// Images per step.
  package var batch: Int
  package var epochs: Int
  package var schedule: RateSchedule
  /// The largest norm of the gradient of all weights together; `nil` for no limit.
  package var clip: Double?
  /// The share of the target that is spread evenly over all classes.
  package var labelSmoothing: Double
  /// The seed of the first weights, the order of the photos, augmentation and dropout.
  package var seed: Int

  /// The parts that were stated.
  private let spec: TrainingSpec

  package init(_ spec: TrainingSpec? = nil) {
    self.spec = spec ?? TrainingSpec()
    let rates: [Double]? =
      if case .rates(let rates) = spec?.schedule?.value { rates } else { nil }
    let name = spec?.optimizer?.value ?? LanguageDefaults.optimizer
    switch name {
    case .sgd: optimizer = .sgd(momentum: spec?.momentum?.value ?? LanguageDefaults.momentum)
    case .adam:
      let betas = spec?.betas?.value ?? LanguageDefaults.betas
      optimizer = .adam(beta1: betas[0], beta2: betas[1])
    }
    rate = rates?.first ?? spec?.rate?.value ?? LanguageDefaults.rate(with: name)
    weightDecay = spec?.weightDecay?.value ?? LanguageDefaults.weightDecay(with: name)
    batch = spec?.batch?.value ?? LanguageDefaults.batch
    epochs = spec?.epochs?.value ?? rates?.count ?? LanguageDefaults.epochs
    schedule = spec?.schedule?.value ?? .standard
    clip = if case .norm(let norm) = spec?.clip?.value { norm } else { nil }
    labelSmoothing = spec?.labelSmoothing?.value ?? LanguageDefaults.labelSmoothing
    seed = spec?.seed?.value ?? LanguageDefaults.seed
  }

  /// The recipe with other parts also stated, such as by a command's options.
  package func overridden(by other: TrainingSpec) -> TrainingRecipe {
    TrainingRecipe(other.over(spec))
  }

  /// Every number by its name in the language, for anyone who has to distinguish two recipes.
  package var parts: [(name: String, value: String)] {
    let optimizerParts: [(String, String)] =
      switch optimizer {
      case .sgd(let momentum): [("optimizer", "sgd"), ("momentum", "\(momentum)")]
      case .adam(let beta1, let beta2):
        [("optimizer", "adam"), ("betas", "[\(beta1), \(beta2)]")]
      }
    return optimizerParts + [
      ("rate", "\(rate)"), ("weight_decay", "\(weightDecay)"), ("batch", "\(batch)"),
      ("epochs", "\(epochs)"), ("schedule", schedule.notation),
      ("clip", clip.map { "\($0)" } ?? "none"), ("label_smoothing", "\(labelSmoothing)"),
      ("seed", "\(seed)"),
    ]
  }
}

extension RateSchedule {
  /// The recipe as the language writes it.
  package var notation: String {
    switch self {
    case .constant: "constant"
    case .step(let every, let factor): "{step: \(every), factor: \(factor)}"
    case .steps(let after, let factor): "{step: \(after), factor: \(factor)}"
    case .rates(let rates): "\(rates)"
    case .cosine(let final): "{cosine: \(final)}"
    case .plateau(let patience, let factor): "{plateau: \(patience), factor: \(factor)}"
    }
  }
}
