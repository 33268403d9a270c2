import VGGGraph

/// The JSON of how a network is trained.
struct TrainingDocument: Encodable {
  private let recipe: TrainingRecipe

  init(_ recipe: TrainingRecipe) {
    self.recipe = recipe
  }

  private enum CodingKeys: String, CodingKey {
    case optimizer, momentum, betas, rate, batch, epochs, schedule, clip, seed
    case weightDecay = "weight_decay"
    case labelSmoothing = "label_smoothing"
  }

  /// `clip` is written as `null` where there is none.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch recipe.optimizer {
    case .sgd(let momentum):
      try container.encode("sgd", forKey: .optimizer)
      try container.encode(momentum, forKey: .momentum)
    case .adam(let beta1, let beta2):
      try container.encode("adam", forKey: .optimizer)
      try container.encode([beta1, beta2], forKey: .betas)
    }
    try container.encode(recipe.rate, forKey: .rate)
    try container.encode(recipe.weightDecay, forKey: .weightDecay)
    try container.encode(recipe.batch, forKey: .batch)
    try container.encode(recipe.epochs, forKey: .epochs)
    try container.encode(ScheduleDocument(schedule: recipe.schedule), forKey: .schedule)
    try container.encode(recipe.clip, forKey: .clip)
    try container.encode(recipe.labelSmoothing, forKey: .labelSmoothing)
    try container.encode(recipe.seed, forKey: .seed)
  }
}
