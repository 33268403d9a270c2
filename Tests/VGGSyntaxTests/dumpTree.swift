import VGGDiagnostics
import VGGSyntax

/// Returns a tree as text, one node per line with its range: the notation of the parser's tests.
func dumpTree(_ node: SyntaxNode, in sources: SourceMap, indent: String = "") -> String {
  let start = sources.start(of: node.range)
  let end = sources.end(of: node.range)
  let place = "\(start.line):\(start.column)-\(end.line):\(end.column)"
  switch node.content {
  case .scalar(let scalar):
    return "\(indent)\(scalar.isPlain ? "plain" : "quoted") \"\(scalar.text)\" \(place)\n"
  case .reported:
    return "\(indent)reported \(place)\n"
  case .sequence(let items):
    return "\(indent)sequence \(place)\n"
      + items.map { dumpTree($0, in: sources, indent: indent + "  ") }.joined()
  case .mapping(let entries):
    return "\(indent)mapping \(place)\n"
      + entries.map { entry in
        "\(indent)  \(entry.key.value):\n"
          + dumpTree(entry.value, in: sources, indent: indent + "    ")
      }.joined()
  }
}
