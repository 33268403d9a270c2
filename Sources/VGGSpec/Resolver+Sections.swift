import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Keys that are written next to the section to which they belong.
extension Resolver {
  /// A key that holds a mapping, with the names of that mapping's keys as they may be written at the top.
  private struct KeySection {
    let key: ModelKey
    /// Each name's key in the section.
    let names: [String: String]

    init<Key: ConfigurationKey>(
      _ key: ModelKey, _ keys: Key.Type, but others: Set<String> = [], and names: [String] = []
    ) {
      self.key = key
      let own = Key.allCases.map(\.rawValue).filter { !others.contains($0) }
      let meant = names.compactMap { name in Key.otherNames[name].map { (name, $0.rawValue) } }
      self.names = Dictionary(uniqueKeysWithValues: own.map { ($0, $0) } + meant)
    }
  }

  private static let sections = [
    KeySection(.input, InputKey.self),
    KeySection(.classifier, ClassifierKey.self, and: ["num_classes"]),
    KeySection(.preprocess, PreprocessKey.self),
    // A `crop` alone is taken to be the one of `preprocess`.
    KeySection(.augment, AugmentKey.self, but: Set(PreprocessKey.allCases.map(\.rawValue))),
    KeySection(.training, TrainingKey.self, and: ["learning_rate", "batch_size"]),
    KeySection(.limits, LimitKey.self),
  ]

  /// The entries, with those that belong under `classifier`, `input` or another section moved there, as
  /// when the lines below `classifier:` are not indented; one error for each section.
  mutating func withSectionsGathered(_ entries: [SyntaxEntry]) -> [SyntaxEntry] {
    var entries = entries
    for section in Self.sections {
      let written = entries.filter { section.names[$0.key.value] != nil }
      guard let first = written.first, let last = written.last else { continue }
      let astray = written.map { entry in
        let name = section.names[entry.key.value] ?? entry.key.value
        return SyntaxEntry(key: Spanned(name, at: entry.key.range), value: entry.value)
      }
      entries.removeAll { section.names[$0.key.value] != nil }
      let index = entries.firstIndex { $0.key.value == section.key.rawValue }
      let move = SectionMove(
        astray, under: section.key.rawValue, index.map { entries[$0] },
        in: sources[first.key.range.source])
      let hint = UnknownKey.Hint.belongsUnder(
        section.key.rawValue, as: astray[0].key.value, isThere: index != nil, moved: move?.move)
      report(UnknownKey(first.key.value, in: .configuration, hint), at: first.key.range)
      guard let index else {
        let range = first.key.range.extended(to: last.value.range)
        entries.append(
          SyntaxEntry(
            key: Spanned(section.key.rawValue, at: first.key.range),
            value: SyntaxNode(.mapping(astray), at: range)))
        continue
      }
      entries[index].value = entries[index].value.holding(astray)
    }
    return entries
  }
}

extension SyntaxNode {
  /// This mapping, or nothing, with further entries; any other value as it is.
  fileprivate func holding(_ entries: [SyntaxEntry]) -> SyntaxNode {
    let others = SyntaxNode(.mapping(entries), at: range)
    if case .scalar(let scalar) = content, scalar.value == .null { return others }
    return joined(over: others)
  }
}
