import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `schedule` key of `training`: `constant`, `cosine`, `plateau`, `{step: 30, factor: 0.1}`, or a
/// list with each epoch's rate.
extension Resolver {
  mutating func schedule(_ node: SyntaxNode) -> Spanned<RateSchedule>? {
    let schedule: RateSchedule? =
      switch node.content {
      case .reported: nil
      case .scalar: scheduleName(node)
      case .sequence(let items): rates(items, at: node.range)
      case .mapping(let entries): schedule(entries, at: node.range)
      }
    return schedule.map { Spanned($0, at: node.range) }
  }

  private mutating func scheduleName(_ node: SyntaxNode) -> RateSchedule? {
    guard let name = text(node, of: .key(TrainingKey.schedule.rawValue)) else { return nil }
    switch ScheduleWord(rawValue: name.value) {
    case .constant: return .constant
    case .cosine: return .cosine(final: 0)
    case .plateau: return .standard
    case nil where name.value == ScheduleKey.step.rawValue:
      report(MissingKey.stepEpochs, at: node.range)
      return nil
    case nil:
      let words = ScheduleWord.allCases.map(\.rawValue)
      report(
        UnknownElement.schedule(
          name.value, known: words + ["{step: 30}"],
          nearest: nearestName(to: name.value, among: words)),
        at: name.range)
      return nil
    }
  }

  private mutating func rates(_ items: [SyntaxNode], at range: SourceRange) -> RateSchedule? {
    guard (1...LanguageBounds.epochs.upperBound).contains(items.count) else {
      report(
        WrongType.count(.key(TrainingKey.schedule.rawValue), .rates, found: items.count),
        at: range)
      return nil
    }
    let rates = items.compactMap {
      number($0, of: TrainingKey.rate, called: .rateOfEpoch)?.value
    }
    return rates.count == items.count ? .rates(rates) : nil
  }

  private mutating func schedule(_ entries: [SyntaxEntry], at range: SourceRange) -> RateSchedule? {
    let before = diagnostics.count
    let values = mapping(entries, keys: ScheduleKey.self)
    let kinds = [ScheduleKey.step, .cosine, .plateau].filter { values[$0] != nil }
    guard let kind = kinds.first, let node = values[kind] else {
      if diagnostics.count == before {
        report(
          MissingKey.keys([ScheduleKey.step.rawValue], of: TrainingKey.schedule.rawValue),
          at: range)
      }
      return nil
    }
    if kinds.count > 1, let second = entries.first(where: { $0.key.value == kinds[1].rawValue }) {
      report(
        ConflictingKeys.alternatives(kind.rawValue, second.key.value, of: .schedule),
        at: second.key.range)
    }
    if kind == .cosine, let factor = entries.first(where: { $0.key.value == "factor" }) {
      report(ConflictingKeys.factorOfCosine, at: factor.key.range)
    }
    let factor =
      number(.factor, in: values)?.value
      ?? RateSchedule.standardFactor
    let schedule: RateSchedule? =
      switch kind {
      case .cosine:
        number(node, of: ScheduleKey.cosine).map { .cosine(final: $0.value) }
      case .plateau:
        integer(node, of: ScheduleKey.plateau).map {
          .plateau(patience: $0.value, factor: factor)
        }
      case .step, .factor: step(node, factor: factor)
      }
    return diagnostics.count == before ? schedule : nil
  }

  private mutating func step(_ node: SyntaxNode, factor: Double) -> RateSchedule? {
    guard case .sequence(let items) = node.content else {
      return integer(node, of: ScheduleKey.step).map {
        .step(every: $0.value, factor: factor)
      }
    }
    let epochs = items.compactMap { integer($0, of: ScheduleKey.step, called: .step) }
    guard !epochs.isEmpty, epochs.count == items.count else {
      if items.isEmpty {
        report(
          WrongType.count(.key(ScheduleKey.step.rawValue), .epochs, found: 0), at: node.range)
      }
      return nil
    }
    for (epoch, next) in zip(epochs, epochs.dropFirst()) where next.value <= epoch.value {
      report(
        ValueOutOfRange.stepsOutOfOrder(next.value, after: epoch.value), at: next.range)
      return nil
    }
    return .steps(after: epochs.map(\.value), factor: factor)
  }
}
