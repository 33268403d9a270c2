/// A replacement of a stretch of a text.
package struct TextEdit: Sendable, Hashable {
  /// In UTF-8 offsets of the file.
  package let range: Range<Int>
  package let replacement: String

  package init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A text after edits, with the places of the text before them.
package struct MendedText {
  package let file: SourceFile
  /// The edits in their order, each with its bounds before and afterwards.
  private let edits: [(before: Range<Int>, after: Range<Int>)]

  /// Applies edits.
  ///
  /// - Parameter edits: In the order of the text; one that overlaps an earlier one is left out.
  package init(_ file: SourceFile, _ edits: [TextEdit]) {
    var bytes: [UInt8] = []
    var placed: [(before: Range<Int>, after: Range<Int>)] = []
    var position = 0
    for edit in edits where edit.range.lowerBound >= position {
      bytes += file.bytes[position..<edit.range.lowerBound]
      let start = bytes.count
      bytes += Array(edit.replacement.utf8)
      placed.append((edit.range, start..<bytes.count))
      position = edit.range.upperBound
    }
    bytes += file.bytes[position...]
    self.file = SourceFile(name: file.name, bytes: bytes)
    self.edits = placed
  }

  /// The offset, in the text before the edits, of an offset in the text after them.
  private func before(_ offset: Int) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].after.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    if low < edits.count, edits[low].after.lowerBound <= offset {
      // Within an edit only its ends are known; the offset is before the last of them.
      return edits[low].before.lowerBound
    }
    guard low > 0 else { return offset }
    let last = edits[low - 1]
    return last.before.upperBound + (offset - last.after.upperBound)
  }

  /// The range, in the text before the edits, of a range in the text after them.
  package func before(_ range: SourceRange) -> SourceRange {
    let start = before(range.start)
    return SourceRange(source: range.source, start: start, end: max(start, before(range.end)))
  }
}
