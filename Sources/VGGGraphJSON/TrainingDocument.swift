import VGGGraph

/// The JSON of a network's training.
struct TrainingDocument: Encodable {
  private let recipe: TrainingRecipe

  init(_ recipe: TrainingRecipe) {
    self.recipe = recipe
  }

  private enum CodingKeys: String, CodingKey {
    case optimizer, rate, batch, epochs, schedule, clip, seed
    case weightDecay = "weight_decay"
    case labelSmoothing = "label_smoothing"
  }

  /// Writes `clip` as `null` if there is no limit.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(OptimizerDocument(optimizer: recipe.optimizer), forKey: .optimizer)
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
