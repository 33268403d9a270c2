import VGGDiagnostics

/// Writes a document's lines in order, each comment when its place is passed.
struct Formatter {
  /// The longest line for a value that could also be on several.
  static let width = 120
  /// The indentation of contents relative to their container.
  static let step = 2

  let document: WrittenDocument
  var lines: [String] = []
  /// The first comment that is not written yet.
  var nextComment = 0
  /// The line that no empty line follows, because the next lines belong to it.
  private var headLine = 0

  init(_ document: WrittenDocument) {
    self.document = document
  }

  mutating func formatted() -> String {
    if let start = document.start {
      writeComments(before: start, at: 0)
      lines += document.directives + ["---"]
      writeTrailingComment(after: start)
    }
    if let root = document.root {
      if root.isBlock {
        if !root.properties.isEmpty { lines.append(root.properties.joined(separator: " ")) }
        writeBlock(root, at: 0, in: BlockPlace(limit: .max, column: 0))
      } else if !root.isMissing {
        writeComments(before: root.contentStart, at: 0)
        writeInline(root, after: "", at: 0, isFeatures: false)
      }
    }
    writeComments(before: .max, at: 0)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Comments

  /// Writes the comments that start before `offset`, each on a separate line.
  mutating func writeComments(before offset: Int, at indent: Int) {
    while let comment = pendingComment, comment.start < offset {
      writeEmptyLine(before: comment.start)
      lines.append(spaces(indent) + comment.text)
      nextComment += 1
    }
  }

  /// Appends a comment that starts on the line of `offset`, and before `limit`, to the last line.
  mutating func writeTrailingComment(after offset: Int, before limit: Int = .max) {
    guard let comment = pendingComment, comment.start < limit, isOneLine(offset, comment.start)
    else { return }
    lines[lines.count - 1] += "  " + comment.text
    nextComment += 1
  }

  var pendingComment: WrittenComment? {
    nextComment < document.comments.count ? document.comments[nextComment] : nil
  }

  /// Whether a comment that is not written yet starts within `range`.
  func hasComment(in range: Range<Int>) -> Bool {
    var (low, high) = (nextComment, document.comments.count)
    while low < high {
      let middle = (low + high) / 2
      if document.comments[middle].start < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < document.comments.count && document.comments[low].start < range.upperBound
  }

  // MARK: - Lines

  /// Writes one empty line if the text has any above the line of `offset`.
  mutating func writeEmptyLine(before offset: Int) {
    let line = document.file.location(at: offset).line
    guard line > 1, lines.count > headLine, lines.last?.isEmpty == false else { return }
    let above = document.file.bytes[document.file.lineRange(line - 1)]
    if above.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
      lines.append("")
    }
  }

  /// Writes a line to which the next lines belong.
  mutating func writeHead(_ line: String) {
    lines.append(line)
    headLine = lines.count
  }

  func isOneLine(_ offset: Int, _ other: Int) -> Bool {
    document.file.location(at: offset).line == document.file.location(at: other).line
  }

  func column(of offset: Int) -> Int {
    document.file.location(at: offset).column
  }
}

/// A string of `count` spaces.
func spaces(_ count: Int) -> String {
  String(repeating: " ", count: count)
}
