import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `training` key: `{optimizer: sgd, rate: 0.01, momentum: 0.9, weight_decay: 5e-4, batch: 256}`.
extension Resolver {
  mutating func training(_ node: SyntaxNode) -> TrainingSpec? {
    if case .reported = node.content { return nil }
    guard case .mapping(let entries) = node.content else {
      report(
        WrongType.value(.key(ModelKey.training.rawValue), .training, seen: node.kind),
        at: node.range)
      return nil
    }
    let values = mapping(entries, keys: TrainingKey.self)
    var spec = TrainingSpec()
    spec.optimizer = values[.optimizer].flatMap { optimizer($0) }
    spec.rate = number(.rate, in: values)
    spec.momentum = number(.momentum, in: values)
    spec.betas = values[.betas].flatMap { betas($0) }
    spec.weightDecay = number(.weightDecay, in: values)
    spec.batch = integer(.batch, in: values)
    spec.epochs = integer(.epochs, in: values)
    spec.schedule = values[.schedule].flatMap { schedule($0) }
    spec.clip = values[.clip].flatMap { clip($0) }
    spec.labelSmoothing = number(.labelSmoothing, in: values)
    spec.seed = integer(.seed, in: values)
    reportUnused(of: spec, entries)
    return spec
  }

  private mutating func optimizer(_ node: SyntaxNode) -> Spanned<OptimizerName>? {
    guard let name = text(node, of: .key(TrainingKey.optimizer.rawValue)) else { return nil }
    guard let optimizer = OptimizerName(rawValue: name.value) else {
      let known = OptimizerName.allCases.map(\.rawValue)
      let nearest = nearestName(to: name.value, among: known)
      report(UnknownElement.optimizer(name.value, known: known, nearest: nearest), at: name.range)
      return nil
    }
    return Spanned(optimizer, at: node.range)
  }

  private mutating func betas(_ node: SyntaxNode) -> Spanned<[Double]>? {
    let subject = Subject.key(TrainingKey.betas.rawValue)
    guard let items = items(node, of: subject, expected: .betas) else { return nil }
    guard items.count == 2 else {
      report(WrongType.count(subject, .betas, found: items.count), at: node.range)
      return nil
    }
    let numbers = items.compactMap { number($0, of: TrainingKey.betas, called: .beta)?.value }
    return numbers.count == 2 ? Spanned(numbers, at: node.range) : nil
  }

  private mutating func clip(_ node: SyntaxNode) -> Spanned<GradientClip>? {
    if case .scalar(let scalar) = node.content, scalar.text == "none" || scalar.value == .null {
      return Spanned(.none, at: node.range)
    }
    return number(node, of: TrainingKey.clip)?.map { .norm($0) }
  }

  /// Reports parts that the stated optimiser or schedule does not use, if they are written next to it;
  /// parts that another file states may be left over.
  private mutating func reportUnused(of spec: TrainingSpec, _ entries: [SyntaxEntry]) {
    func entry(_ key: TrainingKey, beside range: SourceRange) -> SyntaxEntry? {
      entries.first { $0.key.value == key.rawValue && $0.key.range.source == range.source }
    }
    if let optimizer = spec.optimizer {
      let other: TrainingKey = optimizer.value == .sgd ? .betas : .momentum
      if let unused = entry(other, beside: optimizer.range) {
        let owner: OptimizerName = optimizer.value == .sgd ? .adam : .sgd
        report(
          ConflictingKeys.partOfOtherOptimizer(
            unused.key.value, of: owner.rawValue, optimizer: optimizer.value.rawValue),
          at: unused.key.range)
      }
    }
    if let schedule = spec.schedule, case .rates = schedule.value,
      let rate = entry(.rate, beside: schedule.range)
    {
      report(ConflictingKeys.rateAndRates(schedule.range), at: rate.key.range)
    }
  }
}
