import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// A text that may be another tool's, with what several readers look at.
struct CandidateText {
  let file: SourceFile
  /// The text's tree, where it is YAML.
  let root: SyntaxNode?
  let lines: [TextLine]
  /// The text as Python's statements.
  let program: PythonProgram

  init(file: SourceFile, root: SyntaxNode?) {
    self.file = file
    self.root = root
    lines = TextLine.all(in: file)
    program = PythonProgram(file.bytes, from: file.byteOrderMarkLength)
  }

  /// The first line that holds more than space and comments.
  var firstLine: TextLine? { lines.first { !$0.isEmptyOrComment } }

  /// Whether the text has a key of the language at its top.
  var hasKeys: Bool {
    root?.entries.contains { ModelKey(rawValue: $0.key.value) != nil } ?? false
  }

  /// Whether all that the text gives names to are keys of the language: a configuration with the sign of a
  /// program.
  var assignsKeysAlone: Bool {
    let names = program.values.compactMap(\.name)
    return program.code.isEmpty
      && names.allSatisfy { ModelKey(rawValue: $0) != nil }
      && !names.isEmpty
  }

  /// The value of a key at the top of a text that is a mapping in YAML or JSON.
  func entry(_ key: String) -> SyntaxEntry? {
    root?.entries.first { $0.key.value == key }
  }
}

/// A line without the space around it, with its place.
struct TextLine {
  let text: String
  /// In UTF-8 offsets of the file.
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
  /// A space or a tab.
  var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension SourceRange {
  /// In UTF-8 offsets.
  var bounds: Range<Int> { start..<end }
}

extension Range<Int> {
  /// The first of the bytes.
  func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
