import VGGDiagnostics

/// The result of parsing for rewriting.
package struct ParsedWriting: Sendable {
  /// `nil` if the text is not one YAML document whose keys are names.
  package let document: WrittenDocument?
  /// The meaning of the text, and its errors.
  package let parsed: ParsedYAML
}

/// Parses one file in order to rewrite it: the tree as it is written, with its comments.
///
/// Tags, merge keys, duplicate keys and unknown anchors are errors of the language, but are kept in
/// the tree.
package func parseWritten(_ source: SourceID, in sources: SourceMap) -> ParsedWriting {
  let parsed = parseYAML(source, in: sources)
  let isYAML = parsed.root != nil || parsed.diagnostics.isEmpty
  // A second document, or a key that is not a name.
  let isDocument = !parsed.diagnostics.contains {
    $0.id == .multipleDocuments || $0.id == .wrongType
  }
  guard isYAML, isDocument else { return ParsedWriting(document: nil, parsed: parsed) }
  let builder = WrittenTreeBuilder(file: sources[source])
  return ParsedWriting(document: builder.document(), parsed: parsed)
}
