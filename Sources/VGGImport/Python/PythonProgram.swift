import VGGFindings

/// The statements of Python source that are values or assign values to names; others are skipped.
struct PythonProgram {
  /// A value, with the name that it is assigned to, if any: `cfg = [64, 'M']`, `model.add(…)`.
  struct NamedValue {
    /// The name with its qualifiers: `self.features`.
    let name: String?
    let value: PythonNode
    /// The position that identifies the value: its name, or its first character.
    let place: Range<Int>
  }

  /// The values with and without names, in the order of the text.
  private(set) var values: [NamedValue] = []
  /// The positions of `import`, `from`, `def` and `class`.
  private(set) var code: [Range<Int>] = []
  /// The first words of statements that are not values, other than imports: loops, conditions, `+=`, deletions; empty for
  /// a statement that starts with a sign.
  private(set) var unread: [String] = []

  init(_ bytes: [UInt8], from start: Int) {
    let tokens = PythonToken.all(in: bytes, start..<bytes.count)
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .lineEnd {
        index += 1
        continue
      }
      if let end = read(tokens, from: index) {
        // At a semicolon, or at the end of the line.
        index = end + 1
        continue
      }
      if !tokens[index].isImport { unread.append(tokens[index].word) }
      index = tokens[index...].firstIndex { $0.kind == .lineEnd } ?? tokens.count
    }
  }

  /// The values without names, in the order of the text.
  var expressions: [PythonNode] { values.filter { $0.name == nil }.map(\.value) }

  /// The remarks on a network that was made from `count` of the values: other statements may change it.
  ///
  /// - Parameter isOne: Whether the values belong to one network. Texts by themselves are comments.
  func differences(reading count: Int, isOne: Bool) -> [ForeignDifference] {
    let statements = values.filter { $0.name != nil || $0.value.text == nil }.count + unread.count
    return count == statements && isOne ? [] : [.otherStatements]
  }

  /// Whether an unread statement, or a call, changes the value with this name.
  func changes(_ name: String) -> Bool {
    unread.contains(name)
      || expressions.contains { node in
        guard case .call(let call) = node.value else { return false }
        return call.function.hasPrefix("\(name).")
      }
  }

  /// Reads one statement, and returns its end; `nil` for one that is not supported.
  private mutating func read(_ tokens: [PythonToken], from start: Int) -> Int? {
    if case .name(let word) = tokens[start].kind, Self.isKeyword(word, in: tokens, at: start) {
      if Self.declarations.contains(word) { code.append(tokens[start].range) }
      return nil
    }
    if let (target, valueStart) = Self.target(of: tokens, from: start) {
      var parser = PythonParser(tokens, from: valueStart)
      guard let value = parser.value(), Self.isEnd(parser.token) else { return nil }
      let start = tokens[start].range.lowerBound
      values.append(
        NamedValue(name: target, value: value, place: start..<(start + target.utf8.count)))
      return parser.index
    }
    var parser = PythonParser(tokens, from: start)
    guard let value = parser.value(), Self.isEnd(parser.token) else { return nil }
    values.append(NamedValue(name: nil, value: value, place: value.range.prefix(1)))
    return parser.index
  }

  private static let declarations: Set<String> = ["import", "from", "def", "class"]
  private static let keywords: Set<String> = declarations.union([
    "return", "if", "elif", "else", "for", "while", "with", "try", "except", "finally", "raise",
    "assert", "del", "pass", "lambda",
  ])

  /// Whether the word is a keyword here; those of imports and declarations need a name after them: `from:` is a YAML key.
  private static func isKeyword(_ word: String, in tokens: [PythonToken], at index: Int) -> Bool {
    guard keywords.contains(word) else { return false }
    guard declarations.contains(word) else { return true }
    if index + 1 < tokens.count, case .name = tokens[index + 1].kind { return true }
    return false
  }

  private static func isEnd(_ token: PythonToken?) -> Bool {
    switch token?.kind {
    case nil, .lineEnd: true
    case .sign(let sign): sign == UInt8(ascii: ";")
    case .name, .number, .text, .other: false
    }
  }

  /// The name before `=`, with or without an annotation, and the token after it.
  private static func target(of tokens: [PythonToken], from start: Int) -> (String, Int)? {
    guard case .name(var path) = tokens[start].kind else { return nil }
    var index = start + 1
    while index + 1 < tokens.count, tokens[index].kind == .sign(UInt8(ascii: ".")),
      case .name(let next) = tokens[index + 1].kind
    {
      path += "." + next
      index += 2
    }
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .sign(UInt8(ascii: ":")) {
      while index < tokens.count, tokens[index].kind != .lineEnd,
        tokens[index].kind != .sign(UInt8(ascii: "="))
      {
        index += 1
      }
    }
    guard index + 1 < tokens.count, tokens[index].kind == .sign(UInt8(ascii: "=")),
      tokens[index + 1].kind != .sign(UInt8(ascii: "="))
    else { return nil }
    return (path, index + 1)
  }
}

extension PythonToken {
  /// The token's name or keyword; empty for other tokens.
  fileprivate var word: String { if case .name(let word) = kind { word } else { "" } }

  fileprivate var isImport: Bool { word == "import" || word == "from" }
}
