import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Lists by name, as in Python's `cfgs`, under a key that takes one list.
extension Resolver {
  /// The entries with such lists under `models`.
  mutating func withListsUnderModels(_ entries: [SyntaxEntry]) -> [SyntaxEntry] {
    let models = ModelKey.models.rawValue
    guard !entries.contains(where: { $0.key.value == models }),
      let index = entries.firstIndex(where: \.hasListsByName)
    else { return entries }
    let key = entries[index].key
    report(
      UnknownKey(key.value, in: .configuration, .severalLists(of: models)), at: key.range)
    var entries = entries
    entries[index].key = Spanned(models, at: key.range)
    return entries
  }
}

extension SyntaxEntry {
  fileprivate var hasListsByName: Bool {
    guard case .mapping(let lists) = value.content, !lists.isEmpty,
      key.value == ModelKey.features.rawValue || ModelKey.otherNames[key.value] == .features
    else { return false }
    return lists.allSatisfy { if case .sequence = $0.value.content { true } else { false } }
  }
}
