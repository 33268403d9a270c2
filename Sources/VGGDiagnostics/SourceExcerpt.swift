/// Cuts the line that a diagnostic points at out of its file, to the width of a terminal.
struct SourceExcerpt: Sendable {
  /// A line's text, and the carets that go under it.
  struct Cut {
    let line: Int
    let text: String
    let indent: String
    let carets: String
  }

  private let width: Int

  init(width: Int) {
    self.width = max(width, 40)
  }

  /// `nil` if the line is empty, so that there is nothing to show.
  func cut(_ range: SourceRange, in sources: SourceMap) -> Cut? {
    let file = sources[range.source]
    let line = file.location(at: range.start).line
    let bounds = file.lineRange(line)
    guard !bounds.isEmpty else { return nil }
    let start = min(max(range.start, bounds.lowerBound), bounds.upperBound)
    let end = min(max(range.end, start), bounds.upperBound)
    let window = window(bounds, around: start, in: file)
    let before = window.lead + printable(file.text(window.range.lowerBound..<start))
    let marked = printable(file.text(start..<min(end, window.range.upperBound)))
    let after =
      printable(file.text(min(end, window.range.upperBound)..<window.range.upperBound))
      + window.tail
    return Cut(
      line: line, text: before + marked + after,
      indent: String(repeating: " ", count: displayWidth(before)),
      carets: String(repeating: "^", count: max(1, displayWidth(marked))))
  }

  /// The part of a line that is shown: all of it, or the part around an offset.
  private func window(
    _ line: Range<Int>, around offset: Int, in file: SourceFile
  ) -> (range: Range<Int>, lead: String, tail: String) {
    guard line.count > width else { return (line, "", "") }
    let before = width * 2 / 5
    var lower = max(line.lowerBound, offset - before)
    var upper = min(line.upperBound, lower + width - 2)
    while lower > line.lowerBound, file.bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < line.upperBound, file.bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return (
      lower..<upper, lower > line.lowerBound ? "…" : "", upper < line.upperBound ? "…" : ""
    )
  }
}
