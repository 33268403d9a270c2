import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Keys that stand beside the section to which they belong.
extension Resolver {
  /// The keys of a model that hold mappings, with the keys of these.
  private static let sections: [(key: ModelKey, names: Set<String>)] = [
    (.input, names(of: InputKey.self)),
    (.classifier, names(of: ClassifierKey.self).union(["num_classes"])),
    (.preprocess, names(of: PreprocessKey.self)),
    // A `crop` by itself is taken for the one of `preprocess`.
    (.augment, names(of: AugmentKey.self).subtracting(names(of: PreprocessKey.self))),
    (.training, names(of: TrainingKey.self).union(["learning_rate", "batch_size"])),
    (.limits, names(of: LimitKey.self)),
  ]

  private static func names<Key: ConfigurationKey>(of keys: Key.Type) -> Set<String> {
    Set(Key.allCases.map(\.rawValue))
  }

  /// The entries with what belongs under `classifier`, `input` or another section moved there, as
  /// where the lines below `classifier:` are not indented; one error for each section.
  mutating func withSectionsGathered(_ entries: [SyntaxEntry]) -> [SyntaxEntry] {
    var entries = entries
    for section in Self.sections {
      let astray = entries.filter { section.names.contains($0.key.value) }
      guard let first = astray.first, let last = astray.last else { continue }
      entries.removeAll { section.names.contains($0.key.value) }
      let index = entries.firstIndex { $0.key.value == section.key.rawValue }
      let hint = UnknownKey.Hint.belongsUnder(section.key.rawValue, isThere: index != nil)
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
