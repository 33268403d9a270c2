import VGGDiagnostics
import VGGSpec

/// The places in a document that name the same thing as the text at a position.
func documentHighlights(
  at position: LSP.Position, in analysis: Analysis
) -> [LSP.DocumentHighlight]? {
  let found = analysis.namedThing(at: analysis.positions.offset(of: position))
  guard let thing = found?.thing else { return nil }
  return analysis.occurrences(of: thing).map {
    LSP.DocumentHighlight(
      range: analysis.positions.range($0.range), kind: $0.isDefinition ? .write : .read)
  }
}

/// The places in open documents that name the same thing as the text at a position: the aliases of an anchor, and the
/// configurations that extend a file.
///
/// - Parameters:
///   - withDefinition: Whether the anchor, or the key or name of the model, is one of them.
///   - others: The other open documents.
func references(
  at position: LSP.Position, in analysis: Analysis, withDefinition: Bool, others: [Analysis]
) -> [LSP.Location]? {
  let found = analysis.namedThing(at: analysis.positions.offset(of: position))
  guard let thing = found?.thing else { return nil }
  let own = analysis.occurrences(of: thing).filter { withDefinition || !$0.isDefinition }
  let target: FileMention.Target? =
    switch thing {
    case .anchor, .model: nil
    case .onlyModel: analysis.document.path.map { .file(path: FilePath.normalized($0)) }
    case .file(let target): target
    }
  let elsewhere =
    target.map { target in others.flatMap { $0.locations($0.mentions(of: target)) } } ?? []
  return analysis.locations(own) + elsewhere
}

extension Analysis {
  fileprivate func locations(_ occurrences: [Occurrence]) -> [LSP.Location] {
    occurrences.map { LSP.Location(uri: document.uri, range: positions.range($0.range)) }
  }
}
