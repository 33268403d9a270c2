import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// The `taps` key: names of layers.
extension Resolver {
  mutating func taps(_ node: SyntaxNode) -> [Spanned<String>] {
    let key = ModelKey.taps.rawValue
    guard let items = items(node, of: .key(key), expected: .layerNames) else { return [] }
    guard items.count <= LanguageBounds.elementCount else {
      reportTooMany(items.count, of: key, at: node.range)
      return []
    }
    return items.compactMap { text($0, of: .layerName) }
  }
}
