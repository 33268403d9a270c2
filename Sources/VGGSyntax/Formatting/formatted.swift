import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks

/// The reason that a text stays unchanged: the errors in its YAML.
package struct UnformattableText: Error {
  package let sources: SourceMap
  /// Empty if formatting would have changed the text's meaning, which is a fault of vggc's.
  package let diagnostics: [Diagnostic]
}

/// A configuration's text in the one style of `vggc fmt`; its meaning and every comment are
/// kept.
///
/// The style is in Docs/Language.md. A text already in that style is returned unchanged.
package func formatted(_ file: SourceFile) throws(UnformattableText) -> String {
  var sources = SourceMap()
  let source = sources.add(file)
  let written = parseWritten(source, in: sources)
  guard let document = written.document else {
    throw UnformattableText(sources: sources, diagnostics: written.parsed.diagnostics)
  }
  // A text that is a single value is not a configuration; it may be a program, whose lines have a meaning.
  if case .scalar = written.parsed.root?.content { return file.text }
  var formatter = Formatter(document)
  let text = formatter.formatted()
  let result = sources.add(SourceFile(name: file.name, text: text))
  let rewritten = parseWritten(result, in: sources)
  guard rewritten.isEquivalent(to: written) else {
    throw UnformattableText(sources: sources, diagnostics: [])
  }
  return text
}

/// Whether two texts have the same values, findings and comments, regardless of their places.
package func haveSameMeaning(_ file: SourceFile, _ other: SourceFile) -> Bool {
  var sources = SourceMap()
  let (first, second) = (sources.add(file), sources.add(other))
  return parseWritten(first, in: sources).isEquivalent(to: parseWritten(second, in: sources))
}

extension ParsedWriting {
  /// Whether values, findings and comments equal those of `other`, regardless of their places.
  fileprivate func isEquivalent(to other: ParsedWriting) -> Bool {
    let findings = parsed.diagnostics.map { $0.english.message }
    let otherFindings = other.parsed.diagnostics.map { $0.english.message }
    let comments = document.map { $0.comments.map(\.text) }
    let otherComments = other.document.map { $0.comments.map(\.text) }
    guard findings == otherFindings, comments == otherComments else { return false }
    return switch (parsed.root, other.parsed.root) {
    case (nil, nil): true
    case (let root?, let otherRoot?): root.isEquivalent(to: otherRoot)
    case (nil, _), (_, nil): false
    }
  }
}

extension SyntaxNode {
  fileprivate func isEquivalent(to other: SyntaxNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let one), .scalar(let two)):
      // Two NaNs are not equal to themselves.
      return one.text == two.text && (one.isPlain == two.isPlain || one.value == two.value)
    case (.sequence(let items), .sequence(let others)):
      return items.count == others.count
        && zip(items, others).allSatisfy { $0.isEquivalent(to: $1) }
    case (.mapping(let entries), .mapping(let others)):
      return entries.count == others.count
        && zip(entries, others).allSatisfy {
          $0.key.value == $1.key.value && $0.value.isEquivalent(to: $1.value)
        }
    case (.reported, .reported): return true
    case (.scalar, _), (.sequence, _), (.mapping, _), (.reported, _): return false
    }
  }
}
