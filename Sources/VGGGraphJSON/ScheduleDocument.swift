import VGGSpec

/// The JSON of a learning rate's schedule: its kind and that kind's numbers.
struct ScheduleDocument: Encodable {
  let schedule: RateSchedule

  private enum CodingKeys: String, CodingKey {
    case kind, every, after, rates, final, patience, factor
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch schedule {
    case .constant: try container.encode("constant", forKey: .kind)
    case .step(let every, let factor):
      try container.encode("step", forKey: .kind)
      try container.encode(every, forKey: .every)
      try container.encode(factor, forKey: .factor)
    case .steps(let after, let factor):
      try container.encode("steps", forKey: .kind)
      try container.encode(after, forKey: .after)
      try container.encode(factor, forKey: .factor)
    case .rates(let rates):
      try container.encode("rates", forKey: .kind)
      try container.encode(rates, forKey: .rates)
    case .cosine(let final):
      try container.encode("cosine", forKey: .kind)
      try container.encode(final, forKey: .final)
    case .plateau(let patience, let factor):
      try container.encode("plateau", forKey: .kind)
      try container.encode(patience, forKey: .patience)
      try container.encode(factor, forKey: .factor)
    }
  }
}
