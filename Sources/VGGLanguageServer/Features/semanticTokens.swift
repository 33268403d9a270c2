import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// The entries of `features` and of classifiers' lists by the kind of their layer, within a range or in the whole
/// document; `nil` while the text is not valid YAML.
func semanticTokens(in range: LSP.Range?, of analysis: Analysis) -> LSP.SemanticTokens? {
  guard let root = analysis.root else { return nil }
  let wanted = range.map { analysis.positions.offsets(of: $0) }
  var found: [SourceRange: EntryKind] = [:]
  for (name, list) in root.layerLists {
    for item in list {
      guard let (place, kind) = token(of: item, in: name), analysis.isOwn(place),
        wanted.map({ place.start < $0.upperBound && $0.lowerBound < place.end }) ?? true
      else { continue }
      found[place] = kind
    }
  }
  var previous = LSP.Position(line: 0, character: 0)
  var data: [Int] = []
  for (place, kind) in found.sorted(by: { $0.key.start < $1.key.start }) {
    let (start, end) = (
      analysis.positions.position(of: place.start), analysis.positions.position(of: place.end)
    )
    // A token on several lines is not allowed.
    guard start.line == end.line, let type = EntryKind.allCases.firstIndex(of: kind) else {
      continue
    }
    let isSameLine = start.line == previous.line
    data += [
      start.line - previous.line, start.character - (isSameLine ? previous.character : 0),
      end.character - start.character, type, 0,
    ]
    previous = start
  }
  return LSP.SemanticTokens(data: data)
}

/// The word of an entry, or the key that decides which layer it is.
private func token(of item: SyntaxNode, in list: ModelKey) -> (SourceRange, EntryKind)? {
  let isFeature = list == .features
  switch item.content {
  case .scalar(let scalar):
    let kind = isFeature ? EntryKind(featureWord: scalar) : EntryKind(classifierWord: scalar.text)
    return kind.map { (item.range, $0) }
  case .mapping(let entries):
    return entries.lazy.compactMap { entry in
      let key = entry.key.value
      let kind = isFeature ? EntryKind(featureKey: key) : EntryKind(classifierWord: key)
      return kind.map { (entry.key.range, $0) }
    }.first
  case .sequence, .reported: return nil
  }
}

extension SyntaxNode {
  /// The lists of layers in a file and in its models.
  fileprivate var layerLists: [(ModelKey, [SyntaxNode])] {
    let inEntries = (entries + models.flatMap(\.value.entries)).compactMap { entry in
      ModelKey(rawValue: entry.key.value).map { ($0, entry.value) }
    }
    let alone = models.map { (ModelKey.features, $0.value) }
    return (inEntries + alone).compactMap { key, value in
      guard key == .features || key == .classifier, case .sequence(let items) = value.content else {
        return nil
      }
      return (key, items)
    }
  }
}
