import VGGDiagnostics
import VGGSyntax

/// For each position, the ranges around it, each within the next: the word, the value, its entry with the key, the
/// mapping or list, and so on up to the document.
func selectionRanges(
  at positions: [LSP.Position], in analysis: Analysis
) -> [LSP.SelectionRange] {
  let document = analysis.written
  return positions.map { position in
    var selection = Selection(file: analysis.file, offset: analysis.positions.offset(of: position))
    if let document {
      if let root = document.root { selection.narrow(to: root) }
      selection.narrow(to: document.comments)
    } else {
      selection.narrow(
        to: analysis.file.lineRange(analysis.file.location(at: selection.offset).line))
    }
    selection.narrowToWord()
    return LSP.SelectionRange(
      ranges: selection.ranges.reversed().map { analysis.positions.range($0) })
  }
}

/// Ranges around an offset, the outermost first.
private struct Selection {
  let offset: Int
  private let file: SourceFile
  private(set) var ranges: [Range<Int>]

  init(file: SourceFile, offset: Int) {
    self.file = file
    self.offset = offset
    ranges = [0..<file.bytes.count]
  }

  /// Adds a range that is within the last one.
  mutating func narrow(to range: Range<Int>) {
    guard let last = ranges.last, !range.isEmpty, range != last, holds(range),
      last.lowerBound <= range.lowerBound, range.upperBound <= last.upperBound
    else { return }
    ranges.append(range)
  }

  mutating func narrow(to node: WrittenNode) {
    guard holds(node.start..<node.end) else { return }
    narrow(to: node.start..<node.end)
    guard holds(node.contentStart..<node.end) else { return }
    narrow(to: node.contentStart..<node.end)
    switch node.content {
    case .alias: narrow(to: node.contentStart + 1..<node.end)
    case .scalar(let scalar):
      if !scalar.isPlain, hasBrackets(node, opening: "\"'") { narrowToInside(node) }
    case .sequence(let items):
      if node.isFlow { narrowToInside(node) }
      if let item = items.first(where: { holds($0.start..<$0.end) }) { narrow(to: item) }
    case .mapping(let entries):
      if hasBrackets(node, opening: "{") { narrowToInside(node) }
      guard
        let entry = entries.first(where: { holds($0.key.start..<max($0.key.end, $0.value.end)) })
      else { return }
      narrow(to: entry.key.start..<max(entry.key.end, entry.value.end))
      narrow(to: holds(entry.key.start..<entry.key.end) ? entry.key : entry.value)
    }
  }

  mutating func narrow(to comments: [WrittenComment]) {
    let comment = comments.first { holds($0.start..<$0.start + $0.text.utf8.count) }
    if let comment { narrow(to: comment.start..<comment.start + comment.text.utf8.count) }
  }

  /// Adds the letters and digits around the offset.
  mutating func narrowToWord() {
    let before = file.bytes[..<offset].reversed().prefix(while: \.isWordByte).count
    let after = file.bytes[offset...].prefix(while: \.isWordByte).count
    narrow(to: offset - before..<offset + after)
  }

  private func holds(_ range: Range<Int>) -> Bool {
    range.lowerBound <= offset && offset <= range.upperBound
  }

  /// Whether the text of a value starts with one of these characters and has another at its end.
  private func hasBrackets(_ node: WrittenNode, opening: String) -> Bool {
    node.end - node.contentStart > 1 && opening.utf8.contains(file.bytes[node.contentStart])
  }

  private mutating func narrowToInside(_ node: WrittenNode) {
    guard node.end - node.contentStart > 2 else { return }
    narrow(to: node.contentStart + 1..<node.end - 1)
  }
}

extension UInt8 {
  /// Whether it is a part of a word: a letter of any script, a digit or an underscore.
  fileprivate var isWordByte: Bool {
    self >= 0x80 || self == UInt8(ascii: "_")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
