import VGGGraph

/// The JSON of an optimiser: its kind and that kind's numbers.
struct OptimizerDocument: Encodable {
  let optimizer: TrainingRecipe.Optimizer

  private enum CodingKeys: String, CodingKey {
    case kind, momentum, betas
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch optimizer {
    case .sgd(let momentum):
      try container.encode("sgd", forKey: .kind)
      try container.encode(momentum, forKey: .momentum)
    case .adam(let beta1, let beta2):
      try container.encode("adam", forKey: .kind)
      try container.encode([beta1, beta2], forKey: .betas)
    }
  }
}
