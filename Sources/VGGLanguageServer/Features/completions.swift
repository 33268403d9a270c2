import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// The keys and values allowed at a position, with their documentation.
///
/// - Parameter names: The file names in the document's folder, which `extends` and `labels` may refer to.
func completions(
  at position: LSP.Position, in analysis: Analysis, filesBeside names: [String],
  for client: Client
) -> [LSP.CompletionItem] {
  let offset = analysis.positions.offset(of: position)
  guard let cursor = YAMLCursor(at: offset, in: analysis.file.bytes) else { return [] }
  var list = CompletionList(range: analysis.positions.range(cursor.word), client: client)
  if analysis.file.text(cursor.word).hasPrefix("*") {
    list.add(analysis.references.anchors)
    return list.items
  }
  guard let form = ValueForm.configuration.form(at: cursor.path) else { return [] }
  switch cursor.role {
  case .key: list.add(form.keys(besides: cursor.siblings))
  case .item, .value:
    list.add(ValueSuggestion.all(of: form, in: client.language.keyPhrases))
    if cursor.namesLayers { list.add(analysis.listedLayers(at: cursor)) }
  }
  let files = names.filter { $0 != analysis.file.name && cursor.mayName(file: $0) }
  list.add(files: files)
  return list.items
}

extension YAMLCursor {
  /// Whether the value may be a file of that name.
  fileprivate func mayName(file name: String) -> Bool {
    guard role == .value, case .key(let key) = path.last else { return false }
    let endings = ModelKey(rawValue: key)?.fileEndings ?? []
    return endings.contains { name.lowercased().hasSuffix($0) }
  }
}

extension YAMLCursor {
  /// Whether the value or the item names a layer.
  fileprivate var namesLayers: Bool {
    let keys = path.compactMap { if case .key(let key) = $0 { key } else { nil } }
    return keys.last.flatMap(ModelKey.init(rawValue:))?.namesLayers ?? false
  }
}

private struct CompletionList {
  let range: LSP.Range
  let client: Client
  private(set) var items: [LSP.CompletionItem] = []

  init(range: LSP.Range, client: Client) {
    self.range = range
    self.client = client
  }

  mutating func add(_ keys: [KeyMeaning]) {
    let phrases = client.language.keyPhrases
    for key in keys {
      add(key.name, .property, documentation: key.text(in: phrases), text: "\(key.name): ")
    }
  }

  mutating func add(_ values: [ValueSuggestion]) {
    for value in values {
      add(
        value.label, value.snippet == nil ? .value : .snippet, documentation: value.documentation,
        text: value.text, snippet: value.snippet)
    }
  }

  mutating func add(files: [String]) {
    for file in files { add(file, .file, documentation: "", text: file) }
  }

  mutating func add(_ anchors: [Spanned<String>]) {
    for anchor in anchors {
      add("*\(anchor.value)", .reference, documentation: "", text: "*\(anchor.value)")
    }
  }

  private mutating func add(
    _ label: String, _ kind: LSP.CompletionItem.Kind, documentation: String, text: String,
    snippet: String? = nil
  ) {
    let fills = client.takesSnippets && snippet != nil
    let number = String(items.count)
    items.append(
      LSP.CompletionItem(
        label: label, kind: kind,
        documentation: documentation.isEmpty
          ? nil : LSP.MarkupContent(kind: client.documentationFormat, value: documentation),
        sortText: String(repeating: "0", count: max(0, 5 - number.utf8.count)) + number,
        insertTextFormat: fills ? .snippet : .plainText,
        textEdit: LSP.TextEdit(range: range, newText: fills ? snippet ?? text : text)))
  }
}
