import VGGDiagnostics
import VGGGraph
import VGGSpec
import VGGSyntax

/// The outline of a document: its keys, its models, and its layers by the paper's names.
func documentSymbols(of analysis: Analysis) -> [LSP.DocumentSymbol] {
  let outline = Outline(analysis)
  return analysis.root?.entries.map(outline.symbol) ?? []
}

/// The same outline as a flat list.
func symbolInformation(of analysis: Analysis) -> [LSP.SymbolInformation] {
  func flat(_ symbols: [LSP.DocumentSymbol], in container: String?) -> [LSP.SymbolInformation] {
    symbols.flatMap { symbol in
      [
        LSP.SymbolInformation(
          name: symbol.name, kind: symbol.kind,
          location: LSP.Location(uri: analysis.document.uri, range: symbol.range),
          containerName: container)
      ] + flat(symbol.children, in: symbol.name)
    }
  }
  return flat(documentSymbols(of: analysis), in: nil)
}

private struct Outline {
  let analysis: Analysis
  let layers: ElementLayers
  private let elements: [SourceRange: ElementLayers.Element]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    layers = ElementLayers(analysis)
    elements = Dictionary(
      layers.elements.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func symbol(_ entry: SyntaxEntry) -> LSP.DocumentSymbol {
    symbol(
      printable(shortened(entry.key.value)), detail: detail(entry.value), kind(of: entry),
      range: entry.range, selection: entry.key.range, children: children(of: entry))
  }

  private func symbol(
    _ name: String, detail: String?, _ kind: LSP.SymbolKind, range: SourceRange,
    selection: SourceRange, children: [LSP.DocumentSymbol] = []
  ) -> LSP.DocumentSymbol {
    LSP.DocumentSymbol(
      // The protocol requires a non-empty name.
      name: name.isEmpty ? "\"\"" : name, detail: detail, kind: kind,
      range: analysis.positions.range(range), selectionRange: analysis.positions.range(selection),
      children: children)
  }

  private func kind(of entry: SyntaxEntry) -> LSP.SymbolKind {
    switch entry.value.content {
    case .mapping: .object
    case .sequence: .array
    case .scalar, .reported: .property
    }
  }

  private func detail(_ node: SyntaxNode) -> String? {
    guard case .scalar(let scalar) = node.content, !scalar.text.isEmpty else { return nil }
    return printable(shortened(scalar.text))
  }

  private func children(of entry: SyntaxEntry) -> [LSP.DocumentSymbol] {
    switch entry.value.content {
    case .scalar, .reported: []
    case .mapping(let entries): entries.filter { isWithin($0.range, entry.range) }.map(symbol)
    case .sequence(let items):
      items.filter { isWithin($0.range, entry.range) }.compactMap(layerSymbol)
    }
  }

  /// The symbol of an item that produces a layer.
  private func layerSymbol(_ item: SyntaxNode) -> LSP.DocumentSymbol? {
    guard let place = elements[item.range]?.places.first else { return nil }
    let layer = layers.layer(at: place)
    return symbol(
      layers.lessons[place.model].names[place.layer],
      detail: "\(layer.kind.notation)  \(layer.input) -> \(layer.output)", .function,
      range: item.range, selection: item.range)
  }

  /// Whether a range is within another; content repeated by an alias is elsewhere, and not in the outline here.
  private func isWithin(_ range: SourceRange, _ whole: SourceRange) -> Bool {
    range.source == whole.source && range.start >= whole.start && range.end <= whole.end
  }
}
