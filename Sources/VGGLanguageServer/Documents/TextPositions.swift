import VGGDiagnostics

/// Converts between offsets in a text and the protocol's positions: lines and characters from 0.
struct TextPositions: Sendable {
  let file: SourceFile
  private let index: TextIndex

  init(_ file: SourceFile, _ encoding: PositionEncoding) {
    self.file = file
    index = TextIndex(file.bytes, unit: encoding.unit)
  }

  func position(of offset: Int) -> LSP.Position {
    let line = file.location(at: offset).line
    let before = index.count(before: start(ofLine: line))
    let within = min(max(offset, start(ofLine: line)), file.bytes.count)
    return LSP.Position(line: line - 1, character: index.count(before: within) - before)
  }

  func range(_ range: SourceRange) -> LSP.Range {
    LSP.Range(start: position(of: range.start), end: position(of: range.end))
  }

  func range(_ range: Range<Int>) -> LSP.Range {
    LSP.Range(start: position(of: range.lowerBound), end: position(of: range.upperBound))
  }

  /// The offset of a position, clamped to the end of its line and to the end of the text.
  func offset(of position: LSP.Position) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return file.bytes.count }
    let line = position.line + 1
    let start = start(ofLine: line)
    let end = max(start, file.lineRange(line).upperBound)
    // No line has more characters than the text has bytes.
    let character = min(max(position.character, 0), file.bytes.count)
    return min(index.offset(of: index.count(before: start) + character), end)
  }

  /// The offsets of a range, in ascending order even if the client's range is reversed.
  func offsets(of range: LSP.Range) -> Range<Int> {
    let (start, end) = (offset(of: range.start), offset(of: range.end))
    return min(start, end)..<max(start, end)
  }

  private var lineCount: Int { file.location(at: file.bytes.count).line }

  /// The start of a line, including a byte order mark, which editors that keep it count as a character.
  private func start(ofLine line: Int) -> Int {
    line == 1 ? 0 : file.lineRange(line).lowerBound
  }
}
