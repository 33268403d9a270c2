import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// A thing that a document names, possibly in several places.
enum NamedThing: Hashable, Sendable {
  /// An anchor, by its place with the `&`.
  case anchor(SourceRange)
  /// A model under `models`.
  case model(String)
  /// The only model of the document, by its `name`.
  case onlyModel
  /// A file or a built-in configuration.
  case file(FileMention.Target)
}

/// A place where a document names a thing, without signs before the name.
struct Occurrence: Hashable, Sendable {
  let range: SourceRange
  let isDefinition: Bool
}

extension Analysis {
  /// The thing named at an offset, and the place of the name there.
  func namedThing(at offset: Int) -> (thing: NamedThing, range: SourceRange)? {
    func holds(_ range: SourceRange) -> Bool { range.start <= offset && offset <= range.end }
    let references = references
    if let alias = references.aliases.first(where: { holds($0.alias) }) {
      return (.anchor(alias.anchor), alias.alias.withoutMark)
    }
    if let anchor = references.anchors.first(where: { holds($0.range) }) {
      return (.anchor(anchor.range), anchor.range.withoutMark)
    }
    if let model = root?.models.first(where: { isOwn($0.key.range) && holds($0.key.range) }) {
      return (.model(model.key.value), model.key.range)
    }
    if let name = ownName, holds(name.range) { return (.onlyModel, name.range) }
    return fileMentions.first { holds($0.range) }.map { (.file($0.target), $0.range) }
  }

  /// The places in this document that name a thing of this document, in the order of the text.
  func occurrences(of thing: NamedThing) -> [Occurrence] {
    switch thing {
    case .anchor(let anchor):
      let uses = references.aliases.filter { $0.anchor == anchor }
        .map { Occurrence(range: $0.alias.withoutMark, isDefinition: false) }
      return [Occurrence(range: anchor.withoutMark, isDefinition: true)] + uses
    case .model(let name):
      return (root?.models ?? []).filter { $0.key.value == name }
        .map { Occurrence(range: $0.key.range, isDefinition: true) }
    case .onlyModel: return ownName.map { [Occurrence(range: $0.range, isDefinition: true)] } ?? []
    case .file(let target): return mentions(of: target)
    }
  }

  /// The places in this document that name a file.
  func mentions(of target: FileMention.Target) -> [Occurrence] {
    fileMentions.filter { $0.target == target }
      .map { Occurrence(range: $0.range, isDefinition: false) }
  }

  /// The value of the file's `name`.
  var ownName: Spanned<String>? {
    let value = root?.entries.first { $0.key.value == ModelKey.name.rawValue }?.value
    guard let value, case .scalar(let scalar) = value.content, !value.range.isEmpty else {
      return nil
    }
    return Spanned(scalar.text, at: value.range)
  }
}

extension SourceRange {
  /// The range without the `&` or `*` at its start.
  fileprivate var withoutMark: SourceRange {
    SourceRange(source: source, start: min(start + 1, end), end: end)
  }
}
