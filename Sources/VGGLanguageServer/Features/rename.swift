import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// The reason why something is not renamed.
package enum RenameRefusal: Error, Equatable, Sendable {
  case nothing
  case file
  case anchorName(String)
  case anchorTaken(String)
  case modelName(String)
  case modelTaken(String)
  case notYAML
  /// Names would be read differently after the edits.
  case changesMore
}

/// The name at a position that can be renamed.
func renameTarget(at position: LSP.Position, in analysis: Analysis) -> LSP.RenameTarget? {
  let offset = analysis.positions.offset(of: position)
  guard let (thing, range) = analysis.namedThing(at: offset) else { return nil }
  let name: String
  switch thing {
  case .file: return nil
  case .anchor: name = analysis.file.text(range.start..<range.end)
  case .model(let model): name = model
  case .onlyModel: name = analysis.ownName?.value ?? ""
  }
  return LSP.RenameTarget(range: analysis.positions.range(range), placeholder: name)
}

/// The edits that rename the anchor or the model at a position.
func renameEdits(
  at position: LSP.Position, to name: String, in analysis: Analysis
) throws(RenameRefusal) -> [LSP.TextEdit] {
  let offset = analysis.positions.offset(of: position)
  guard let (thing, place) = analysis.namedThing(at: offset) else { throw .nothing }
  guard analysis.root != nil else { throw .notYAML }
  let old = analysis.file.text(place.start..<place.end)
  let isQuoted = old.hasPrefix("\"") || old.hasPrefix("'")
  let replacement: String
  switch thing {
  case .file: throw .file
  case .anchor(let place):
    guard isAnchorName(name) else { throw .anchorName(name) }
    let others = analysis.references.anchors.filter { $0.range != place }
    guard !others.contains(where: { $0.value == name }) else { throw .anchorTaken(name) }
    replacement = name
  case .model(let old):
    guard isModelName(name) else { throw .modelName(name) }
    let names = analysis.root?.models.map(\.key.value) ?? []
    guard name == old || !names.contains(name) else { throw .modelTaken(name) }
    replacement = scalarText(name, inQuotes: isQuoted)
  case .onlyModel:
    guard isModelName(name) else { throw .modelName(name) }
    replacement = scalarText(name, inQuotes: isQuoted)
  }
  let edits = analysis.occurrences(of: thing).map {
    TextEdit($0.range.start..<$0.range.end, replacement)
  }
  let renamed = NamesInText(MendedText(analysis.file, edits).file)
  guard renamed == NamesInText(analysis.file).renaming(thing, to: name, in: analysis) else {
    throw .changesMore
  }
  return edits.filter { analysis.file.text($0.range) != $0.replacement }.map {
    LSP.TextEdit(range: analysis.positions.range($0.range), newText: $0.replacement)
  }
}

/// Whether every reader of YAML takes the text for an anchor.
private func isAnchorName(_ name: String) -> Bool {
  !name.isEmpty
    && name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

private func isModelName(_ name: String) -> Bool {
  name.contains(where: { !$0.isWhitespace }) && printable(name) == name
    && !name.contains(where: \.isNewline)
}

/// The names in a text and their references to each other, apart from their places.
private struct NamesInText: Equatable {
  private var anchors: [String]
  /// For each alias, the number of its anchor.
  private let aliases: [Int?]
  private var models: [String]
  private var ownName: String?
  private let findings: Int

  init(_ file: SourceFile) {
    var sources = SourceMap()
    let source = sources.add(file)
    let references = references(in: source, of: sources)
    anchors = references.anchors.map(\.value)
    let places = Dictionary(
      references.anchors.enumerated().map { ($1.range, $0) },
      uniquingKeysWith: { first, _ in first })
    aliases = references.aliases.map { places[$0.anchor] }
    let parsed = parseYAML(source, in: sources)
    findings = parsed.diagnostics.count
    models = parsed.root?.models.map(\.key.value) ?? []
    let name = parsed.root?.entries.first { $0.key.value == ModelKey.name.rawValue }?.value
    if case .scalar(let scalar) = name?.content { ownName = scalar.text }
  }

  func renaming(_ thing: NamedThing, to name: String, in analysis: Analysis) -> Self {
    var copy = self
    switch thing {
    case .file: break
    case .anchor(let place):
      let number = analysis.references.anchors.firstIndex { $0.range == place }
      if let number { copy.anchors[number] = name }
    case .model(let old): copy.models = models.map { $0 == old ? name : $0 }
    case .onlyModel: copy.ownName = name
    }
    return copy
  }
}
