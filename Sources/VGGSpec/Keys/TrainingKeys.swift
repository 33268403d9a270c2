import VGGFindings

/// `training: {optimizer: sgd, rate: 0.01, momentum: 0.9, weight_decay: 5e-4, batch: 256}`.
package enum TrainingKey: String, ConfigurationKey {
  case optimizer
  case rate
  case momentum
  case betas
  case weightDecay = "weight_decay"
  case batch
  case epochs
  case schedule
  case clip
  case labelSmoothing = "label_smoothing"
  case seed

  package static let section = Section.training

  package static let otherNames: [String: Self] = [
    "optim": .optimizer, "solver": .optimizer,
    "learning_rate": .rate, "lr": .rate,
    "decay": .weightDecay, "l2": .weightDecay, "wd": .weightDecay,
    "batch_size": .batch, "epoch": .epochs, "max_epochs": .epochs, "num_epochs": .epochs,
    "lr_schedule": .schedule, "lr_scheduler": .schedule, "scheduler": .schedule,
    "clip_norm": .clip, "grad_clip": .clip, "gradient_clip": .clip, "gradient_clipping": .clip,
    "max_norm": .clip, "smoothing": .labelSmoothing, "random_seed": .seed,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .optimizer:
      means(
        "The optimiser, as in PyTorch.",
        .oneOf(OptimizerName.allCases.map { .word($0.word) }),
        default: .value(.word(LanguageDefaults.optimizer.rawValue)))
    case .rate:
      means(
        "The learning rate.", .number(LanguageBounds.rate),
        default: .ruleByOptimizer(LanguageDefaults.rate))
    case .momentum:
      means(
        "The momentum of `sgd`.", .number(0...0.999999),
        default: .value(.number(LanguageDefaults.momentum)))
    case .betas:
      means(
        "The decay rates of the two running means of `adam`.",
        .tuple(Array(repeating: .number(0...0.999999), count: 2)),
        default: .rule("\(LanguageDefaults.betas)"))
    case .weightDecay:
      means(
        "The fraction of each weight that is added to its gradient.", .number(0...0.999999),
        default: .ruleByOptimizer(LanguageDefaults.weightDecay))
    case .batch:
      means(
        "Photos per step.", .integer(LanguageBounds.batch),
        default: .value(.integer(LanguageDefaults.batch)))
    case .epochs:
      means(
        "Passes over all training photos.", .integer(LanguageBounds.epochs),
        default: .rule("\(LanguageDefaults.epochs), or the number of rates in the schedule"))
    case .schedule:
      means(
        "How the rate changes from epoch to epoch.", .schedule, default: .value(.word("plateau")))
    case .clip:
      means(
        "The maximum norm of the gradient of all weights together.",
        .oneOf([
          .word(Word("none", "No maximum.", for: .without(.clip))), .nothing, .number(1e-6...1e6),
        ]),
        default: .value(.word("none")))
    case .labelSmoothing:
      means(
        "The share of the target that is spread evenly over all classes.", .number(0...0.999999),
        default: .value(.number(LanguageDefaults.labelSmoothing)))
    case .seed:
      means(
        "The seed of the initial weights, the photos' order, augmentation and dropout.",
        .integer(0...Int.max), default: .value(.integer(LanguageDefaults.seed)))
    }
  }
}

/// `schedule: {step: 30, factor: 0.1}`.
package enum ScheduleKey: String, ConfigurationKey {
  case step
  case cosine
  case plateau
  case factor

  package static let section = Section.schedule

  package static let otherNames: [String: Self] = [
    "step_size": .step, "steps": .step, "milestones": .step, "gamma": .factor,
    "patience": .plateau, "eta_min": .cosine,
  ]

  package var meaning: KeyMeaning {
    switch self {
    case .step:
      means(
        "The rate is multiplied by `factor` each time this many epochs have passed, or after each epoch listed.",
        .oneOf([
          .integer(LanguageBounds.epochs),
          .list(
            of: .integer(LanguageBounds.epochs), count: 1...LanguageBounds.epochs.upperBound),
        ]), default: .required)
    case .cosine:
      means(
        "The rate falls along half a cosine to this.", .number(LanguageBounds.rate),
        default: .required)
    case .plateau:
      means(
        "The rate is multiplied by `factor` after this many epochs in a row without a better "
          + "accuracy.", .integer(LanguageBounds.epochs), default: .required)
    case .factor:
      means(
        "The factor that multiplies the rate.", .number(1e-6...1),
        default: .value(.number(RateSchedule.standardFactor)))
    }
  }
}

extension KeyMeaning.Default {
  /// The value with `sgd`, and then the one with `adam`.
  fileprivate static func ruleByOptimizer(_ value: (OptimizerName) -> Double) -> Self {
    func text(_ optimizer: OptimizerName) -> String {
      let value = value(optimizer)
      return value == 0 ? "0" : "\(value)"
    }
    return .rule("\(text(.sgd)); with `adam` \(text(.adam))")
  }
}

/// A word for `schedule`.
package enum ScheduleWord: String, CaseIterable, Sendable {
  case constant
  case plateau
  case cosine

  package var word: Word {
    switch self {
    case .constant: Word(rawValue, "The rate doesn't change.", for: .schedule(self))
    case .plateau:
      Word(
        rawValue,
        "`{plateau: \(RateSchedule.standardPatience), factor: \(RateSchedule.standardFactor)}`.",
        for: .schedule(self))
    case .cosine: Word(rawValue, "The rate falls along half a cosine to 0.", for: .schedule(self))
    }
  }
}

extension OptimizerName {
  package var word: Word {
    switch self {
    case .sgd:
      Word(rawValue, "Stochastic gradient descent, with `momentum`.", for: .optimizer(self))
    case .adam: Word(rawValue, "Adam, with `betas`.", for: .optimizer(self))
    }
  }
}

extension ValueForm {
  fileprivate static var schedule: ValueForm {
    .oneOf(
      ScheduleWord.allCases.map { .word($0.word) } + [
        .mapping(MappingForm(ScheduleKey.self, [.plateau, .factor])),
        .mapping(MappingForm(ScheduleKey.self, [.step, .factor])),
        .mapping(MappingForm(ScheduleKey.self, [.cosine])),
        .list(
          of: .number(LanguageBounds.rate), count: 1...LanguageBounds.epochs.upperBound),
      ])
  }
}
