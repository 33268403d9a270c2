import VGGDiagnostics

/// A half-open stretch of a configuration's text, or of the text of a file that it extends.
public struct SourceRange: Hashable, Sendable {
  /// The file's name: the one passed to the compiler, or the path of an extended file.
  public let file: String
  /// The first character.
  public let start: SourcePosition
  /// The position after the last character.
  public let end: SourcePosition
}

/// A position in a text.
public struct SourcePosition: Hashable, Sendable {
  /// From 1.
  public let line: Int
  /// From 1, counted in Unicode scalars.
  public let column: Int
  /// The number of bytes of UTF-8 before it.
  public let utf8Offset: Int
}

extension SourcePosition: Comparable {
  /// Whether `left` comes before `right` in a text.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.utf8Offset < right.utf8Offset
  }
}

extension SourceRange {
  init(_ range: VGGDiagnostics.SourceRange, in sources: SourceMap) {
    file = sources.name(of: range)
    start = SourcePosition(sources.start(of: range), utf8Offset: range.start)
    end = SourcePosition(sources.end(of: range), utf8Offset: range.end)
  }
}

extension SourcePosition {
  fileprivate init(_ location: SourceLocation, utf8Offset: Int) {
    self.init(line: location.line, column: location.column, utf8Offset: utf8Offset)
  }
}
