import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `models` key: several named models in one file, each inheriting the file's other keys.
extension Resolver {
  mutating func severalModels(_ models: SyntaxNode, shared: InheritedKeys) -> [ResolvedModel] {
    if case .reported = models.content { return [] }
    guard case .mapping(let entries) = models.content else {
      report(
        WrongType.value(.key(ModelKey.models.rawValue), .models, seen: models.kind),
        at: models.range)
      return []
    }
    if entries.isEmpty { report(MissingKey.models, at: models.range) }
    guard entries.count <= LanguageBounds.modelCount else {
      report(
        ValueOutOfRange.models(entries.count, maximum: LanguageBounds.modelCount),
        at: models.range.firstCharacter)
      return []
    }
    let shared = shared.without(.models, .name, .extends)
    var resolved: [ResolvedModel] = []
    var remaining = LanguageBounds.elementCount
    for entry in entries {
      let (spec, findings) = collectingDiagnostics { $0.model(of: entry, shared: shared) }
      resolved.append(
        ResolvedModel(name: entry.key.value, spec: spec, diagnostics: findings))
      remaining -= spec?.entryCount ?? 0
      if remaining < 0 {
        report(
          ValueOutOfRange.entriesOfModels(maximum: LanguageBounds.elementCount),
          at: entry.key.range)
        break
      }
    }
    return resolved
  }

  private mutating func model(of entry: SyntaxEntry, shared: InheritedKeys) -> ModelSpec? {
    guard var own = ownKeys(of: entry)?.over(shared) else { return nil }
    for misplaced in own.entries where misplaced.key.value == ModelKey.models.rawValue {
      report(ConflictingKeys.modelsWithinModel, at: misplaced.key.range)
      own.mayHoldMore = true
    }
    own = own.without(.models)
    if let name = own.entries.first(where: { $0.key.value == ModelKey.name.rawValue }) {
      report(ConflictingKeys.nameWithinModels(entry.key.value), at: name.key.range)
    }
    return model(own.without(.name), named: entry.key)
  }

  /// The keys of one model: a features list, or a mapping of keys with those that they extend.
  private mutating func ownKeys(of entry: SyntaxEntry) -> InheritedKeys? {
    switch entry.value.content {
    case .mapping(let keys):
      let chain = [FilePath.normalized(sources.name(of: entry.key.range))]
      return inherited(keys, chain: chain, of: entry.value.range)
    case .sequence:
      let key = Spanned(ModelKey.features.rawValue, at: entry.key.range)
      return InheritedKeys(
        entries: [SyntaxEntry(key: key, value: entry.value)], range: entry.value.range)
    case .reported:
      return nil
    case .scalar:
      let subject = Subject.key("\(ModelKey.models.rawValue).\(entry.key.value)")
      report(WrongType.value(subject, .model, seen: entry.value.kind), at: entry.value.range)
      return nil
    }
  }
}

extension ModelSpec {
  /// The model's cost to resolve and to check, in entries of its lists.
  fileprivate var entryCount: Int {
    features.count + classifier.count + (labels?.value.count ?? 0)
  }
}

extension SyntaxNode {
  /// The models under `models`, if this is a whole file: a name and its keys each.
  package var models: [SyntaxEntry] {
    entries.filter { $0.key.value == ModelKey.models.rawValue }.flatMap(\.value.entries)
  }
}
