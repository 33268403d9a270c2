import VGGDiagnostics
import VGGPages

/// The text of the page's editor, with places as a browser counts them.
struct PageText {
  private let source: SourceID
  private let index: TextIndex

  init(_ file: SourceFile, as source: SourceID) {
    self.source = source
    index = TextIndex(file.bytes, unit: .utf16)
  }

  /// `nil` for a place in another file.
  func span(of range: SourceRange) -> TextSpan? {
    range.source == source ? span(of: range.start..<range.end) : nil
  }

  /// - Parameter range: In UTF-8.
  func span(of range: Range<Int>) -> TextSpan {
    TextSpan(
      start: index.count(before: range.lowerBound), end: index.count(before: range.upperBound))
  }
}
