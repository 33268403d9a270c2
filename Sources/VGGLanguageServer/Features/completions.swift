import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// The keys and values that may stand at a place, with what they mean.
///
/// - Parameter filesBeside: The names in the document's folder, which `extends` and `labels` may
///   name.
func completions(
  at position: LSP.Position, in analysis: Analysis, filesBeside names: [String],
  for client: Client
) -> [LSP.CompletionItem] {
  let offset = analysis.positions.offset(of: position)
  guard let cursor = YAMLCursor(at: offset, in: analysis.file.bytes) else { return [] }
  let list = CompletionList(
    range: analysis.positions.range(cursor.word), client: client,
    documentName: analysis.file.name)
  if analysis.file.text(cursor.word).hasPrefix("*") { return list.aliases(analysis.references) }
  guard let place = ConfigurationPlace(path: cursor.path) else { return [] }
  switch cursor.role {
  case .key: return list.keys(of: place, besides: cursor.siblings)
  case .item: return list.values(of: place, files: [])
  case .value: return list.values(of: place, files: names)
  }
}

private struct CompletionList {
  let range: LSP.Range
  let client: Client
  let documentName: String

  func keys(of place: ConfigurationPlace, besides present: Set<String>) -> [LSP.CompletionItem] {
    place.keys(besides: present).filter { !present.contains($0.name) }.enumerated().map {
      item(
        $1.name, .property, at: $0, documentation: $1.summary, text: "\($1.name): ", snippet: nil)
    }
  }

  func values(of place: ConfigurationPlace, files: [String]) -> [LSP.CompletionItem] {
    let entries = place.values
    let values = entries.enumerated().map { index, value in
      item(
        value.text, value.snippet == value.text ? .value : .snippet, at: index,
        documentation: value.summary, text: value.text, snippet: value.snippet)
    }
    let named = place.files(among: files).filter { $0 != documentName }
    return values
      + named.enumerated().map { index, name in
        item(
          name, .file, at: entries.count + index, documentation: "", text: name, snippet: nil)
      }
  }

  func aliases(_ references: YAMLReferences) -> [LSP.CompletionItem] {
    references.anchors.enumerated().map { index, anchor in
      item(
        "*\(anchor.value)", .reference, at: index, documentation: "", text: "*\(anchor.value)",
        snippet: nil)
    }
  }

  private func item(
    _ label: String, _ kind: LSP.CompletionItem.Kind, at index: Int, documentation: String,
    text: String, snippet: String?
  ) -> LSP.CompletionItem {
    let fills = client.takesSnippets && snippet != nil && snippet != text
    let number = String(index)
    return LSP.CompletionItem(
      label: label, kind: kind,
      documentation: documentation.isEmpty
        ? nil : LSP.MarkupContent(kind: client.documentationFormat, value: documentation),
      sortText: String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number,
      insertTextFormat: fills ? .snippet : .plainText,
      textEdit: LSP.TextEdit(range: range, newText: fills ? snippet ?? text : text))
  }
}

extension ConfigurationPlace {
  /// The files that may be named here.
  fileprivate func files(among names: [String]) -> [String] {
    let endings: [String] =
      switch self {
      case .base: [".yaml", ".yml"]
      case .labels: [".txt"]
      default: []
      }
    return names.filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
  }
}
