import VGGDiagnostics

/// An edit of a text: a replacement of a range.
public struct TextEdit: Hashable, Sendable {
  /// The text to replace; empty where text is inserted.
  public let range: SourceRange
  /// The text to put in its place; empty where text is removed.
  public let replacement: String
}

/// A repair of the mistake that a diagnostic reports.
public struct FixIt: Hashable, Sendable {
  /// The repair in words, as an imperative: `replace 25088 with 512`.
  public let title: String
  /// The edits that make the repair, in the order of the text; they don't overlap.
  public let edits: [TextEdit]
  /// Whether the repair follows from the rest of the text, so that ``CompiledConfiguration/fixed()`` applies it.
  ///
  /// The author has to choose any other: it relies on a guess, or decides which layer a network has.
  public let isCertain: Bool
}

extension FixIt {
  init(_ fixIt: WordedFixIt, in sources: SourceMap) {
    title = fixIt.title
    edits = [
      TextEdit(range: SourceRange(fixIt.range, in: sources), replacement: fixIt.replacement)
    ]
    isCertain =
      switch fixIt.confidence {
      case .certain: true
      case .offered: false
      }
  }
}
