import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// A model of a configuration, and the place of its name.
struct NamedModel: Hashable, Sendable {
  let name: String
  let range: LSP.Range
}

/// The models of a text: those under `models`, or the only one, by its `name` or its file's; none if the text is not a
/// configuration.
func namedModels(in positions: TextPositions) -> [NamedModel] {
  var sources = SourceMap()
  let source = sources.add(positions.file)
  guard let root = parseYAML(source, in: sources).root else { return [] }
  func entry(_ key: ModelKey) -> SyntaxEntry? {
    root.entries.first { $0.key.value == key.rawValue }
  }
  if entry(.models) != nil {
    return root.models.map {
      NamedModel(name: $0.key.value, range: positions.range($0.key.range))
    }
  }
  guard let main = entry(.features) ?? entry(.extends) else { return [] }
  if let name = entry(.name)?.value, case .scalar(let scalar) = name.content, !scalar.text.isEmpty {
    return [NamedModel(name: scalar.text, range: positions.range(name.range))]
  }
  return [
    NamedModel(
      name: FilePath.stem(positions.file.name), range: positions.range(main.key.range))
  ]
}
