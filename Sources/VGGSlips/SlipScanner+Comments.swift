import VGGFindings
import VGGSpec

/// Comments in the notation of other languages.
extension SlipScanner {
  /// Whether two slashes here start a comment, and don't belong to a path or an address.
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
