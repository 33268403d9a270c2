import VGGFindings
import VGGSpec

/// Comments as other languages begin them.
extension SlipScanner {
  /// Whether two strokes here start a comment, and are not of a path or an address.
  var startsComment: Bool {
    guard text.written(index + 1) == "/" else { return false }
    return startsLine || index == 0 || text.isSpace(index - 1) || text.written(index - 1) == ","
  }

  mutating func takeSlashes() {
    let needsSpace = index > 0 && text.written(index - 1) == ","
    let mark = needsSpace ? " #" : "#"
    report(
      OtherNotation.slashes(with: mark), at: range(index, index + 2),
      [edit(index..<(index + 2), mark)]
    )
    skipLine()
  }
}
