import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGSyntax

/// The keys that apply to a model, after `extends` and `models` have been followed.
struct InheritedKeys {
  /// In source order, the extending file's first; each key once, and known.
  var entries: [SyntaxEntry]
  /// The model's place in the text, for findings about missing keys.
  var range: SourceRange
  /// A base could not be read, or there is a list under an unknown key, so a key that seems to be
  /// missing may be there.
  var mayHoldMore = false

  func first(_ key: ModelKey) -> SyntaxNode? {
    entries.first { $0.key.value == key.rawValue }?.value
  }

  /// The places of the keys that the model itself states.
  var own: [ModelKey: SourceRange] {
    let own = entries.compactMap { entry -> (ModelKey, SourceRange)? in
      let place = entry.key.range
      guard place.source == range.source, range.start <= place.start, place.end <= range.end else {
        return nil
      }
      return ModelKey(rawValue: entry.key.value).map { ($0, place) }
    }
    return Dictionary(own) { first, _ in first }
  }

  /// These keys over those of `base`: a key here wins, and mappings that describe one thing in
  /// several parts are joined part by part.
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
      entries: merged, range: range, mayHoldMore: mayHoldMore || base.mayHoldMore)
  }

  func without(_ keys: ModelKey...) -> InheritedKeys {
    var copy = self
    copy.entries.removeAll { entry in keys.contains { $0.rawValue == entry.key.value } }
    return copy
  }

  /// The same keys when the base that they extend is not known.
  var lackingItsBase: InheritedKeys {
    InheritedKeys(entries: entries, range: range, mayHoldMore: true)
  }

  private static let joinedByPart: Set<String> = [
    ModelKey.classifier.rawValue, ModelKey.preprocess.rawValue, ModelKey.augment.rawValue,
    ModelKey.training.rawValue, ModelKey.limits.rawValue,
  ]
}

extension SyntaxNode {
  fileprivate var isList: Bool { if case .sequence = content { true } else { false } }

  /// This mapping's entries over those of `base` if both are mappings; otherwise this value alone.
  func joined(over base: SyntaxNode) -> SyntaxNode {
    guard case .mapping(let own) = content, case .mapping(let inherited) = base.content else {
      return self
    }
    let ownKeys = Set(own.map(\.key.value))
    var copy = self
    copy.content = .mapping(own + inherited.filter { !ownKeys.contains($0.key.value) })
    return copy
  }
}

extension Resolver {
  /// A mapping's keys over those of its base. `chain` names the files and built-ins on the
  /// way here.
  mutating func inherited(
    _ entries: [SyntaxEntry], chain: [String], of range: SourceRange
  ) -> InheritedKeys {
    let entries = withSectionsGathered(withListsUnderModels(entries))
    let own = InheritedKeys(
      entries: knownEntries(entries, keys: ModelKey.self), range: range,
      mayHoldMore: hasUnknownKey(entries.filter(\.value.isList), besides: ModelKey.self))
    guard let extends = own.first(.extends) else { return own }
    guard let base = text(extends, of: .key(ModelKey.extends.rawValue)) else {
      return own.lackingItsBase
    }
    guard let baseKeys = baseKeys(base, chain: chain) else {
      return own.lackingItsBase
    }
    return own.over(baseKeys.without(.name, .models, .extends))
  }

  private mutating func baseKeys(_ base: Spanned<String>, chain: [String]) -> InheritedKeys? {
    if let builtIn = BuiltInConfiguration.named(base.value) {
      let parsed = parsedBase(named: builtIn.name) {
        SourceReader.Contents(path: builtIn.name, bytes: Array(builtIn.text.utf8))
      }
      return keys(of: parsed, named: builtIn.name, at: base.range, chain: chain)
    }
    let path = FilePath.resolve(base.value, from: sources.name(of: base.range))
    if chain.contains(path) {
      report(ExtendsCycle.cycle(chain + [path]), at: base.range)
      return nil
    }
    if chain.count > LanguageBounds.inheritanceDepth {
      report(ExtendsCycle.tooDeep(limit: LanguageBounds.inheritanceDepth), at: base.range)
      return nil
    }
    let reader = reader
    do {
      let parsed = try parsedBase(named: path) { () throws(UnreadableFile) in
        try reader.read(path)
      }
      return keys(of: parsed, named: path, at: base.range, chain: chain)
    } catch {
      let builtIns = BuiltInConfiguration.all.map(\.name)
      report(
        UnknownBase.missing(
          base.value, error.cause, builtIns: builtIns,
          nearest: nearestName(to: base.value, among: builtIns)),
        at: base.range)
      return nil
    }
  }

  /// A file that is extended, read and parsed only once even if many models extend it.
  private mutating func parsedBase<Failure: Error>(
    named name: String, read: () throws(Failure) -> SourceReader.Contents
  ) throws(Failure) -> ParsedYAML {
    if let parsed = bases[name] { return parsed }
    let contents = try read()
    let source = sources.add(SourceFile(name: contents.path, bytes: contents.bytes))
    let parsed = parseYAML(source, in: sources)
    bases[name] = parsed
    return parsed
  }

  private mutating func keys(
    of base: ParsedYAML, named name: String, at place: SourceRange, chain: [String]
  ) -> InheritedKeys? {
    diagnostics += base.diagnostics
    guard let root = base.root else {
      if base.diagnostics.isEmpty { report(UnknownBase.notConfiguration(name), at: place) }
      return nil
    }
    guard case .mapping(let entries) = root.content else {
      report(UnknownBase.notConfiguration(name), at: place)
      return nil
    }
    if let models = entries.first(where: { $0.key.value == ModelKey.models.rawValue }) {
      report(UnknownBase.severalModels(name, names: models.key.range), at: place)
      return nil
    }
    return inherited(entries, chain: chain + [name], of: root.range)
  }
}
