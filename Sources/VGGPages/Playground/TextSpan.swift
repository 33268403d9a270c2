/// A range in the text of a browser's editor, in UTF-16 code units from the text's start.
package struct TextSpan: Encodable, Sendable {
  package let start: Int
  package let end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
