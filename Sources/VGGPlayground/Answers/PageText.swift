import VGGDiagnostics
import VGGPages

/// The text of the page's editor, with positions in the browser's units.
struct PageText {
  private let source: SourceID
  private let index: TextIndex

  init(_ file: SourceFile, as source: SourceID) {
    self.source = source
    index = TextIndex(file.bytes, unit: .utf16)
  }

  /// The span of a range; `nil` if the range is in another file.
  func span(of range: SourceRange) -> TextSpan? {
    range.source == source ? span(of: range.start..<range.end) : nil
  }

  /// - Parameter range: A range of UTF-8 offsets.
  func span(of range: Range<Int>) -> TextSpan {
    TextSpan(
      start: index.count(before: range.lowerBound), end: index.count(before: range.upperBound))
  }
}
