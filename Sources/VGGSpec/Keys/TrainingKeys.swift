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
        "How weights change, as PyTorch has it.",
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
        "The decays of the two running means of `adam`.",
        .tuple(Array(repeating: .number(0...0.999999), count: 2)),
        default: .rule("\(LanguageDefaults.betas)"))
    case .weightDecay:
      means(
        "What is added to a weight's gradient, times the weight.", .number(0...0.999999),
        default: .ruleByOptimizer(LanguageDefaults.weightDecay))
    case .batch:
      means(
        "Photos a step.", .integer(LanguageBounds.batch),
        default: .value(.integer(LanguageDefaults.batch)))
    case .epochs:
      means(
        "How often every photo is seen.", .integer(LanguageBounds.epochs),
        default: .rule("\(LanguageDefaults.epochs), or as many as the schedule lists rates"))
    case .schedule:
      means(
        "How the rate goes on from epoch to epoch.", .schedule, default: .value(.word("plateau")))
    case .clip:
      means(
        "The largest norm that the gradient of all weights together may have.",
        .oneOf([.word(Word("none", "Any norm.")), .nothing, .number(1e-6...1e6)]),
        default: .value(.word("none")))
    case .labelSmoothing:
      means(
        "How much of the aim is spread evenly over all classes.", .number(0...0.999999),
        default: .value(.number(LanguageDefaults.labelSmoothing)))
    case .seed:
      means(
        "Of the first weights, the photos' order, augmentation and dropout.", .integer(0...Int.max),
        default: .value(.integer(LanguageDefaults.seed)))
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
        "The rate is multiplied by `factor` after every so many epochs, or after each of those listed.",
        .oneOf([
          .integer(LanguageBounds.epochs),
          .list(
            of: .integer(LanguageBounds.epochs), count: 1...LanguageBounds.epochs.upperBound),
        ]), default: .required)
    case .cosine:
      means(
        "Half a cosine from the rate down to this.", .number(LanguageBounds.rate),
        default: .required)
    case .plateau:
      means(
        "The rate is multiplied by `factor` when so many epochs in a row have not brought a better "
          + "accuracy.", .integer(LanguageBounds.epochs), default: .required)
    case .factor:
      means(
        "What the rate is multiplied by.", .number(1e-6...1),
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
    case .constant: Word(rawValue, "The rate stays.")
    case .plateau:
      Word(
        rawValue,
        "`{plateau: \(RateSchedule.standardPatience), factor: \(RateSchedule.standardFactor)}`.")
    case .cosine: Word(rawValue, "Half a cosine from the rate down to 0.")
    }
  }
}

extension OptimizerName {
  package var word: Word {
    switch self {
    case .sgd: Word(rawValue, "Stochastic gradient descent, with `momentum`.")
    case .adam: Word(rawValue, "Adam, with `betas`.")
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
