import VGGDiagnostics
import VGGSyntax

/// The edits that `vggc fmt` would make, as far as they are in a range; none if the text would have another meaning
/// after these alone, as where only a part of a mapping would be indented differently.
func formattingEdits(in range: LSP.Range, of document: OpenDocument) -> [LSP.TextEdit] {
  let file = document.file
  guard file.bytes.count <= SourceFile.maximumSize, let text = try? formatted(file) else {
    return []
  }
  let wanted = document.positions.offsets(of: range)
  let edits = LineEdits(from: file, to: text).edits.filter {
    wanted.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= wanted.upperBound
  }
  guard !edits.isEmpty, haveSameMeaning(file, MendedText(file, edits).file) else { return [] }
  return edits.map(document.positions.edit)
}

/// The edits between two texts, line by line.
private struct LineEdits {
  /// The maximum number of lines that are compared with each other; more are replaced as a whole.
  private static let mostCompared = 4_000

  private let file: SourceFile
  /// The start of each line, and the end of the text.
  private let starts: [Int]
  private let old: [[UInt8]]
  private let new: [[UInt8]]
  private let lineBreak: [UInt8]

  init(from file: SourceFile, to text: String) {
    self.file = file
    (old, starts) = Self.lines(of: file)
    new = Self.lines(of: SourceFile(name: file.name, text: text)).0
    let isWindows = starts.count > 1 && file.bytes[..<starts[1]].suffix(2) == [0x0D, 0x0A]
    lineBreak = isWindows ? [0x0D, 0x0A] : [0x0A]
  }

  /// The lines without their line breaks, and their starts.
  private static func lines(of file: SourceFile) -> ([[UInt8]], [Int]) {
    let last = file.location(at: file.bytes.count).line
    var ranges = (1...last).map(file.lineRange)
    // The end of the last line's break starts no further line.
    if ranges.last?.isEmpty == true, ranges.count > 1 { ranges.removeLast() }
    return (
      ranges.map { Array(file.bytes[$0]) }, ranges.map(\.lowerBound) + [file.bytes.count]
    )
  }

  var edits: [TextEdit] {
    hunks.flatMap { hunk in
      // As many lines as before are compared one by one.
      hunk.old.count == hunk.new.count
        ? zip(hunk.old, hunk.new).compactMap { edit(of: $0..<$0 + 1, to: $1..<$1 + 1) }
        : [edit(of: hunk.old, to: hunk.new)].compactMap { $0 }
    }
  }

  private func edit(of lines: Range<Int>, to newLines: Range<Int>) -> TextEdit? {
    let range = starts[lines.lowerBound]..<starts[lines.upperBound]
    return shortestEdit(
      of: file.bytes, in: range, to: newLines.flatMap { new[$0] + lineBreak })
  }

  /// The ranges of lines that differ, in the order of the text.
  private var hunks: [(old: Range<Int>, new: Range<Int>)] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    let (oldRange, newRange) = (start..<old.count - end, start..<new.count - end)
    guard oldRange.count + newRange.count <= Self.mostCompared else {
      return [(oldRange, newRange)]
    }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in Array(new[newRange]).difference(from: Array(old[oldRange])) {
      switch change {
      case .remove(let offset, _, _): removed.insert(start + offset)
      case .insert(let offset, _, _): inserted.insert(start + offset)
      }
    }
    var found: [(old: Range<Int>, new: Range<Int>)] = []
    var (i, j) = (start, start)
    while i < oldRange.upperBound || j < newRange.upperBound {
      let (firstOld, firstNew) = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      if i > firstOld || j > firstNew {
        found.append((firstOld..<i, firstNew..<j))
      } else {
        (i, j) = (i + 1, j + 1)
      }
    }
    return found
  }
}
