import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// A text that may be another tool's, with the parts that several readers use.
struct CandidateText {
  let file: SourceFile
  /// The text's tree, if it is YAML.
  let root: SyntaxNode?
  let lines: [TextLine]
  /// The text, parsed as Python statements.
  let program: PythonProgram

  init(file: SourceFile, root: SyntaxNode?) {
    self.file = file
    self.root = root
    lines = TextLine.all(in: file)
    program = PythonProgram(file.bytes, from: file.byteOrderMarkLength)
  }

  /// The first line that contains more than space and comments.
  var firstLine: TextLine? { lines.first { !$0.isEmptyOrComment } }

  /// Whether the text has a key of the language at the top level.
  var hasKeys: Bool {
    root?.entries.contains { ModelKey(rawValue: $0.key.value) != nil } ?? false
  }

  /// Whether the text assigns only to keys of the language: a configuration with a program's assignment
  /// sign.
  var assignsKeysAlone: Bool {
    let names = program.values.compactMap(\.name)
    return program.code.isEmpty
      && names.allSatisfy { ModelKey(rawValue: $0) != nil }
      && !names.isEmpty
  }

  /// The value of a top-level key, if the text is a mapping in YAML or JSON.
  func entry(_ key: String) -> SyntaxEntry? {
    root?.entries.first { $0.key.value == key }
  }
}

/// A line without the space around it, and its position.
struct TextLine {
  let text: String
  /// The line's UTF-8 offsets in the file.
  let range: Range<Int>

  var isEmptyOrComment: Bool {
    text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") || text.hasPrefix("//")
  }

  static func all(in file: SourceFile) -> [TextLine] {
    var lines: [TextLine] = []
    var start = file.byteOrderMarkLength
    let bytes = file.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      var (first, last) = (start, end)
      while first < last, bytes[first].isSpace { first += 1 }
      while last > first, bytes[last - 1].isSpace { last -= 1 }
      lines.append(TextLine(text: file.text(first..<last), range: first..<last))
      start = end + 1
    }
    return lines
  }
}

extension UInt8 {
  /// Whether the byte is a space or a tab.
  var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension SourceRange {
  /// The range as UTF-8 offsets.
  var bounds: Range<Int> { start..<end }
}

extension Range<Int> {
  /// The first `count` bytes.
  func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
