import VGGDiagnostics

/// What parsing yields: a tree where the text is YAML, and what is wrong with it.
package struct ParsedYAML: Sendable {
  /// `nil` where the text is not YAML, or empty.
  package let root: SyntaxNode?
  package let diagnostics: [Diagnostic]
}

/// Parses one file: YAML text to a tree in which every key and value knows its place.
///
/// Tags, merge keys and several documents are refused; duplicate keys, unknown anchors, nesting
/// past 64 levels and aliases that would expand without bound are errors.
package func parseYAML(_ source: SourceID, in sources: SourceMap) -> ParsedYAML {
  let file = sources[source]
  if let fault = encodingFault(in: file, source) {
    return ParsedYAML(root: nil, diagnostics: [fault])
  }
  let lineBreaks = OlderLineBreaks(in: file.bytes)
  // libyaml would give the first line another indentation than the others.
  let text = Array(lineBreaks.replaced(in: file.bytes).dropFirst(file.byteOrderMarkLength))
  return YAMLEvents.withEvents(of: text) { events in
    var builder = TreeBuilder(file: file, source: source, lineBreaks: lineBreaks)
    let root = builder.build(from: events)
    return ParsedYAML(root: root, diagnostics: builder.diagnostics)
  }
}
