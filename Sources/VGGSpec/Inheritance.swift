import VGGDiagnostics
import VGGSyntax

/// The keys that apply to a model, after `extends` and `models` have been followed.
struct InheritedKeys {
  /// In source order of the extending file first; each key once.
  var entries: [SyntaxEntry]
  /// Where the model stands, for what is missing from it.
  var range: SourceRange
  /// A base could not be read, so that what seems to be missing may stand there.
  var baseIsUnknown = false

  func first(_ key: ModelKey) -> SyntaxNode? {
    entries.first { $0.key.value == key.rawValue }?.value
  }

  /// These keys over those of `base`: a key of these wins, and the mappings that describe one thing in several
  /// parts are joined part by part.
  func over(_ base: InheritedKeys) -> InheritedKeys {
    var merged = entries
    for entry in base.entries {
      if let index = merged.firstIndex(where: { $0.key.value == entry.key.value }) {
        if Self.joinedByPart.contains(entry.key.value) {
          merged[index].value = merged[index].value.joined(over: entry.value)
        }
      } else {
        merged.append(entry)
      }
    }
    return InheritedKeys(
      entries: merged, range: range, baseIsUnknown: baseIsUnknown || base.baseIsUnknown)
  }

  func without(_ keys: ModelKey...) -> InheritedKeys {
    var copy = self
    copy.entries.removeAll { entry in keys.contains { $0.rawValue == entry.key.value } }
    return copy
  }

  private static let joinedByPart: Set<String> = [
    ModelKey.classifier.rawValue, ModelKey.preprocess.rawValue, ModelKey.limits.rawValue,
  ]
}

extension SyntaxNode {
  fileprivate func joined(over base: SyntaxNode) -> SyntaxNode {
    guard case .mapping(let own) = content, case .mapping(let inherited) = base.content else { return self }
    let ownKeys = Set(own.map(\.key.value))
    var copy = self
    copy.content = .mapping(own + inherited.filter { !ownKeys.contains($0.key.value) })
    return copy
  }
}

extension Resolver {
  /// A mapping's keys over those of what it extends. `chain` names the files and built-ins on the way here.
  mutating func inherited(
    _ entries: [SyntaxEntry], chain: [String], of range: SourceRange
  ) -> InheritedKeys {
    let own = InheritedKeys(entries: entries, range: range)
    guard let extends = own.first(.extends) else { return own }
    guard let base = text(extends, of: "extends") else {
      return InheritedKeys(entries: entries, range: range, baseIsUnknown: true)
    }
    guard let baseKeys = baseKeys(base, chain: chain) else {
      return InheritedKeys(entries: entries, range: range, baseIsUnknown: true)
    }
    return own.over(baseKeys.without(.name, .models, .extends))
  }

  private mutating func baseKeys(_ base: Spanned<String>, chain: [String]) -> InheritedKeys? {
    if let builtIn = BuiltInConfiguration.named(base.value) {
      return parsedBase(SourceFile(name: builtIn.name, text: builtIn.text), at: base.range, chain: chain)
    }
    let path = FilePath.resolve(base.value, from: sources.name(of: base.range))
    if chain.contains(path) {
      report(.extendsCycle(chain + [path], at: base.range))
      return nil
    }
    if chain.count > LanguageBounds.inheritanceDepth {
      report(.inheritanceTooDeep(at: base.range))
      return nil
    }
    do {
      let bytes = try reader.read(path)
      return parsedBase(SourceFile(name: path, bytes: bytes), at: base.range, chain: chain)
    } catch {
      report(.unknownBase(base.value, reason: error.reason, at: base.range))
      return nil
    }
  }

  private mutating func parsedBase(
    _ file: SourceFile, at place: SourceRange, chain: [String]
  ) -> InheritedKeys? {
    let source = sources.add(file)
    let parsed = parseYAML(source, in: sources)
    diagnostics += parsed.diagnostics
    guard let root = parsed.root else {
      if parsed.diagnostics.isEmpty { report(.baseIsNotConfiguration(file.name, at: place)) }
      return nil
    }
    guard case .mapping(let entries) = root.content else {
      report(.baseIsNotConfiguration(file.name, at: place))
      return nil
    }
    if let models = entries.first(where: { $0.key.value == ModelKey.models.rawValue }) {
      report(.baseHasSeveralModels(file.name, at: place, models: models.key.range))
      return nil
    }
    return inherited(entries, chain: chain + [file.name], of: root.range)
  }

  /// The models under a `models` key, each inheriting the file's other keys.
  mutating func severalModels(_ models: SyntaxNode, shared: InheritedKeys) -> [ModelSpec] {
    if case .reported = models.content { return [] }
    guard case .mapping(let entries) = models.content else {
      report(.wrongType(of: "models", expected: "a mapping of names to models", models))
      return []
    }
    if entries.isEmpty { report(.noModels(at: models.range)) }
    let shared = shared.without(.models, .name, .extends)
    return entries.compactMap { entry in
      var own: InheritedKeys
      switch entry.value.content {
      case .mapping(let keys):
        let chain = [FilePath.normalized(sources.name(of: entry.key.range))]
        own = inherited(keys, chain: chain, of: entry.value.range)
      case .sequence:
        let key = Spanned(ModelKey.features.rawValue, at: entry.key.range)
        own = InheritedKeys(
          entries: [SyntaxEntry(key: key, value: entry.value)], range: entry.value.range)
      case .reported:
        return nil
      case .scalar:
        report(
          .wrongType(
            of: "models.\(entry.key.value)", expected: "a features list or a mapping", entry.value))
        return nil
      }
      own = own.over(shared)
      for misplaced in own.entries where misplaced.key.value == ModelKey.models.rawValue {
        report(.modelsWithinModel(at: misplaced.key.range))
      }
      own = own.without(.models)
      if let name = own.entries.first(where: { $0.key.value == ModelKey.name.rawValue }) {
        report(.nameWithinModels(entry.key.value, at: name.key.range))
      }
      return model(own.without(.name), named: entry.key)
    }
  }
}
