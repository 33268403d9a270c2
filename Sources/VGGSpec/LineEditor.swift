import VGGDiagnostics
import VGGSyntax

/// The lines of a file, for edits that move whole lines.
struct LineEditor {
  let file: SourceFile
  let source: SourceID

  /// Whether a stretch is on one line, surrounded only by spaces.
  func isWholeLine(_ range: SourceRange) -> Bool {
    let line = lineRange(at: range.start)
    guard line.upperBound >= range.end else { return false }
    return isSpace(line.lowerBound..<range.start) && isSpace(range.end..<line.upperBound)
  }

  /// The lines that a stretch touches, including their line break, or the one before for a file's last line.
  func lines(of range: SourceRange) -> Range<Int> {
    let (first, last) = (file.location(at: range.start).line, file.location(at: range.end).line)
    let (start, end) = (file.lineRange(first).lowerBound, file.lineRange(last).upperBound)
    if end < file.bytes.count { return start..<file.lineRange(last + 1).lowerBound }
    return first > 1 ? file.lineRange(first - 1).upperBound..<end : start..<end
  }

  /// The end of the line that an offset is in.
  func endOfLine(at offset: Int) -> Int { lineRange(at: offset).upperBound }

  /// The characters before an offset in its line.
  func indent(at offset: Int) -> String {
    file.text(lineRange(at: offset).lowerBound..<offset)
  }

  func lineCount(_ range: Range<Int>) -> Int {
    file.location(at: range.upperBound).line - file.location(at: range.lowerBound).line + 1
  }

  private func lineRange(at offset: Int) -> Range<Int> {
    file.lineRange(file.location(at: offset).line)
  }

  private func isSpace(_ range: Range<Int>) -> Bool {
    file.bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
