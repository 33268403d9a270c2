import VGGDiagnostics
import VGGSyntax

/// The parts of a document that can be folded: entries, lists and mappings on several lines, and blocks of comments.
///
/// `nil` while the text is not valid YAML, so that the editor folds by indentation.
func foldingRanges(of analysis: Analysis, for client: Client) -> [LSP.FoldingRange]? {
  guard let document = analysis.written else { return nil }
  var folding = Folding(file: analysis.file)
  if let root = document.root { folding.add(root) }
  folding.add(document.comments)
  return folding.ranges(most: client.mostFoldingRanges)
}

private struct Folding {
  private let file: SourceFile
  /// The longest range that starts on each line.
  private var longest: [Int: LSP.FoldingRange] = [:]

  init(file: SourceFile) { self.file = file }

  /// The ranges in the order of the text; if there are too many, the longest.
  func ranges(most limit: Int?) -> [LSP.FoldingRange] {
    let all = longest.values.sorted { $0.startLine < $1.startLine }
    guard let limit, limit >= 0, all.count > limit else { return all }
    return all.sorted { $0.endLine - $0.startLine > $1.endLine - $1.startLine }.prefix(limit)
      .sorted { $0.startLine < $1.startLine }
  }

  mutating func add(_ node: WrittenNode) {
    switch node.content {
    case .scalar, .alias: return
    case .sequence(let items):
      if node.isFlow { add(from: node.contentStart, to: node) }
      for item in items {
        add(from: item.start, to: item)
        add(item)
      }
    case .mapping(let entries):
      if node.isFlow { add(from: node.contentStart, to: node) }
      for entry in entries {
        add(from: entry.key.start, to: entry.value)
        add(entry.value)
      }
    }
  }

  /// Adds the lines from an offset to the end of a node, except a last line that starts with its bracket.
  private mutating func add(from start: Int, to node: WrittenNode) {
    guard node.end > start else { return }
    let last = file.location(at: node.end - 1).line
    let indent = file.bytes[file.lineRange(last)].prefix { $0 == UInt8(ascii: " ") }
    let isBracketAlone = node.isFlow && indent.endIndex == node.end - 1
    add(line(of: start), last - 1 - (isBracketAlone ? 1 : 0), kind: nil)
  }

  private mutating func add(_ start: Int, _ end: Int, kind: LSP.FoldingRange.Kind?) {
    guard end > start, end > longest[start]?.endLine ?? -1 else { return }
    longest[start] = LSP.FoldingRange(startLine: start, endLine: end, kind: kind)
  }

  /// Adds the blocks of consecutive lines that contain only comments.
  mutating func add(_ comments: [WrittenComment]) {
    var block: Range<Int>?
    for comment in comments {
      let line = line(of: comment.start)
      let before = file.bytes[file.lineRange(line + 1).lowerBound..<comment.start]
      guard before.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else {
        continue
      }
      if let lines = block, lines.upperBound == line {
        block = lines.lowerBound..<line + 1
      } else {
        if let block { add(block.lowerBound, block.upperBound - 1, kind: .comment) }
        block = line..<line + 1
      }
    }
    if let block { add(block.lowerBound, block.upperBound - 1, kind: .comment) }
  }

  /// The line of an offset, from 0.
  private func line(of offset: Int) -> Int { file.location(at: offset).line - 1 }
}
