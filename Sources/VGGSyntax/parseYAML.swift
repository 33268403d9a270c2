import VGGDiagnostics
import VGGFindings

/// The result of parsing: a tree if the text is YAML, and the errors in it.
package struct ParsedYAML: Sendable {
  /// `nil` if the text is not YAML, or empty.
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
  return YAMLEvents.withEvents(of: file) { events, lineBreaks in
    var builder = TreeBuilder(file: file, source: source, lineBreaks: lineBreaks)
    let root = builder.build(from: events)
    return ParsedYAML(root: root, diagnostics: builder.diagnostics)
  }
}

/// The tree of a file after edits, with the places of the text before them; `nil` if it is still not YAML.
///
/// Other errors in the YAML are reported once the edits have been made.
package func parseYAML(
  _ source: SourceID, in sources: SourceMap, mendedBy edits: [TextEdit]
) -> SyntaxNode? {
  let mended = MendedText(sources[source], edits)
  guard encodingFault(in: mended.file, source) == nil else { return nil }
  return YAMLEvents.withEvents(of: mended.file) { events, lineBreaks in
    var builder = TreeBuilder(file: mended.file, source: source, lineBreaks: lineBreaks)
    return builder.build(from: events).map(mended.before)
  }
}

extension YAMLEvents {
  /// Calls `body` with the events of a UTF-8 file, and with the placeholders for characters
  /// that libyaml would read as line breaks.
  static func withEvents<Result>(
    of file: SourceFile, _ body: (borrowing YAMLEvents, OlderLineBreaks) -> Result
  ) -> Result {
    let lineBreaks = OlderLineBreaks(in: file.bytes)
    // With the byte order mark, libyaml would indent the first line differently from the others.
    let text = Array(lineBreaks.replaced(in: file.bytes).dropFirst(file.byteOrderMarkLength))
    return withEvents(of: text) { body($0, lineBreaks) }
  }
}
