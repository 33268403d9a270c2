import VGGDiagnostics

extension MendedText {
  /// The tree of the text after the edits, with its places in the text before them.
  func before(_ node: SyntaxNode) -> SyntaxNode {
    let range = before(node.range)
    switch node.content {
    case .scalar, .reported: return SyntaxNode(node.content, at: range)
    case .sequence(let items): return SyntaxNode(.sequence(items.map(before)), at: range)
    case .mapping(let entries):
      let placed = entries.map { entry in
        SyntaxEntry(
          key: Spanned(entry.key.value, at: before(entry.key.range)), value: before(entry.value))
      }
      return SyntaxNode(.mapping(placed), at: range)
    }
  }
}
