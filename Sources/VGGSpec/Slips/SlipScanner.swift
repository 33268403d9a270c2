import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Walks a text character by character, as YAML would be read if each slip were repaired.
struct SlipScanner {
  let text: SlipText
  let source: SourceID
  var index = 0
  /// The brackets that are open.
  var open: [Bracket] = []
  private var found: [(diagnostic: Diagnostic, edits: [TextEdit])] = []
  /// Look-alikes that follow each other, which are reported as one.
  private var run: LookalikeRun?
  /// Whether only space and dashes are before this in its line.
  private var startsLine = true
  /// The entry or value of the open bracket after which no comma has come.
  private var last: Piece?

  struct Bracket {
    let sign: Unicode.Scalar
    let index: Int
    /// Whether it is around a list: an opening parenthesis where a value starts.
    let isList: Bool
  }

  init(_ file: SourceFile, _ source: SourceID) {
    text = SlipText(file)
    self.source = source
  }

  mutating func slips() -> Slips {
    while index < text.count { step() }
    endRun()
    let ordered = found.sorted { $0.diagnostic.range.start < $1.diagnostic.range.start }
    return Slips(
      diagnostics: ordered.map(\.diagnostic),
      edits: ordered.flatMap(\.edits).sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  // MARK: - Steps

  private mutating func step() {
    let sign = text.meant(index)
    switch sign {
    case "\n", "\r":
      index += 1
      startsLine = true
      if open.isEmpty { last = nil }
    case " ", "\t":
      takeLookalike(through: index + 1)
      index += 1
    case "#" where index == 0 || text.isSpace(index - 1):
      takeLookalike(through: index + 1)
      skipLine()
    case "/" where startsComment: takeSlashes()
    case "'", "\"": takeQuoted()
    case "[", "{", "(": takeOpening(sign)
    case "]", "}", ")": takeClosing(sign)
    case ",":
      takeLookalike(through: index + 1)
      index += 1
      last = nil
      startsLine = false
    case "-" where startsLine && text.isSpace(index + 1):
      takeLookalike(through: index + 1)
      index += 1
    default: takeWord()
    }
  }

  private mutating func skipLine() {
    while index < text.count, !text.isLineEnd(index) { index += 1 }
  }

  // MARK: - Reporting

  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(source: source, start: text.offset(start), end: text.offset(end))
  }

  func edit(_ start: Int, _ end: Int, _ replacement: String) -> TextEdit {
    TextEdit(text.offset(start)..<text.offset(end), replacement)
  }

  private mutating func report(_ finding: some Finding, at range: SourceRange, _ edits: [TextEdit])
  {
    found.append((Diagnostic(finding, at: range), edits))
  }

  /// Notes the look-alikes from ``index`` to `end`, where there are any.
  private mutating func takeLookalike(through end: Int) {
    guard (index..<end).contains(where: text.isLookalike) else { return }
    if let current = run, current.end == index {
      run = LookalikeRun(start: current.start, end: end)
    } else {
      endRun()
      run = LookalikeRun(start: index, end: end)
    }
  }

  private mutating func endRun() {
    guard let run else { return }
    self.run = nil
    let meant = text.meant(run.start..<run.end)
    let finding = Lookalike(
      text.written(run.start..<run.end), for: meant,
      characters: text.lookalikes(run.start..<run.end))
    report(finding, at: range(run.start, run.end), [edit(run.start, run.end, meant)])
  }

  private struct LookalikeRun {
    let start: Int
    let end: Int
  }
}

// MARK: - Comments

extension SlipScanner {
  /// Whether two strokes here start a comment, and are not of a path or an address.
  private var startsComment: Bool {
    guard text.written(index + 1) == "/" else { return false }
    return startsLine || index == 0 || text.isSpace(index - 1) || text.written(index - 1) == ","
  }

  private mutating func takeSlashes() {
    let needsSpace = index > 0 && text.written(index - 1) == ","
    let mark = needsSpace ? " #" : "#"
    report(
      OtherNotation.slashes(with: mark), at: range(index, index + 2), [edit(index, index + 2, mark)]
    )
    skipLine()
  }
}

// MARK: - Brackets

extension SlipScanner {
  private mutating func takeOpening(_ sign: Unicode.Scalar) {
    noteCommaBefore(Piece(kind: .bracket, start: index, end: index + 1))
    takeLookalike(through: index + 1)
    open.append(Bracket(sign: sign, index: index, isList: sign != "(" || startsValue))
    index += 1
    last = nil
    startsLine = false
  }

  /// Whether what is before this, other than space, is what a value follows.
  private var startsValue: Bool {
    var before = index - 1
    while before >= 0, text.isSpace(before) || text.isLineEnd(before) { before -= 1 }
    guard before >= 0 else { return true }
    return [":", ",", "[", "(", "{", "-", "="].contains(text.meant(before))
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["]": "[", "}": "{", ")": "("]

  private mutating func takeClosing(_ sign: Unicode.Scalar) {
    takeLookalike(through: index + 1)
    let start = open.last.map(\.index) ?? index
    if let bracket = open.last, Self.closing[sign] == bracket.sign {
      open.removeLast()
      if sign == ")", bracket.isList { takeParentheses(from: bracket.index) }
    }
    index += 1
    last = Piece(kind: .bracket, start: start, end: index)
    startsLine = false
  }

  private mutating func takeParentheses(from start: Int) {
    let inner = text.written((start + 1)..<index)
    report(
      OtherNotation.parentheses("(\(inner))", brackets: "[\(inner)]"), at: range(start, index + 1),
      [edit(start, start + 1, "["), edit(index, index + 1, "]")])
  }
}

// MARK: - Commas

extension SlipScanner {
  /// An entry of a list or a value of a mapping.
  private struct Piece {
    enum Kind {
      case number
      case entry
      case quoted
      case bracket
      /// A word that may be anything.
      case other
    }

    let kind: Kind
    let start: Int
    let end: Int
  }

  /// Reports that no comma is before an entry of a list in brackets, where the two entries are whole.
  private mutating func noteCommaBefore(_ piece: Piece) {
    guard let bracket = open.last, bracket.isList, bracket.sign != "{", let last,
      last.kind != .other, piece.kind != .other
    else { return }
    reportComma(between: last, piece)
  }

  private mutating func reportComma(between last: Piece, _ piece: Piece) {
    let gap = text.meant(last.end..<piece.start)
    let hasPoint = text.meant(last.start..<piece.end).contains(".")
    let mayBeOne =
      last.kind == .number && piece.kind == .number && !hasPoint && !gap.contains("\n")
    let comma = YAMLSyntax.MissingComma(
      between: text.written(last.start..<last.end), text.written(piece.start..<piece.end),
      at: range(last.end, last.end), isSpaced: !gap.isEmpty, mayBeOne: mayBeOne)
    report(
      YAMLSyntax(.missingComma(comma)), at: range(last.start, piece.end),
      [edit(last.end, last.end, gap.isEmpty ? ", " : ",")])
  }
}

// MARK: - Words

extension SlipScanner {
  private mutating func takeQuoted() {
    let start = index
    let quote = text.meant(index)
    var end = index + 1
    let isTyped = text.isLookalike(index)
    while end < text.count, text.meant(end) != quote || text.isLookalike(end) != isTyped {
      // Curly quotes are around a word, or they are something else.
      if isTyped, text.isLineEnd(end) || end - start > 40 { return takeAnything() }
      if quote == "\"", text.written(end) == "\\" { end += 1 }
      end += 1
    }
    guard end < text.count else {
      index = text.count
      return
    }
    end += 1
    if isTyped {
      guard SlipVocabulary.isWord(text.meant((start + 1)..<(end - 1))) else {
        return takeAnything()
      }
      takeLookalike(through: end)
    }
    let piece = Piece(kind: .quoted, start: start, end: end)
    noteCommaBefore(piece)
    index = end
    last = piece
    startsLine = false
  }

  /// Passes a character that is no slip.
  private mutating func takeAnything() {
    index += 1
    last = nil
    startsLine = false
  }

  private mutating func takeWord() {
    let start = index
    var end = index
    while end < text.count, !endsWord(end) { end += 1 }
    end = max(end, start + 1)
    let word = text.meant(start..<end)
    if let colon = colon(after: end) { return takeKey(word, start, end, colon: colon) }
    if let sign = equalsSign(after: end), SlipVocabulary.isKey(word) {
      return takeEquals(word, start, end, sign: sign)
    }
    if SlipVocabulary.isWord(word) { takeLookalike(through: end) }
    let kind: Piece.Kind =
      SlipVocabulary.isNumber(word) ? .number : SlipVocabulary.isEntry(word) ? .entry : .other
    let piece = Piece(kind: kind, start: start, end: end)
    noteCommaBefore(piece)
    index = end
    last = piece
    startsLine = false
  }

  private func endsWord(_ place: Int) -> Bool {
    if text.isSpace(place) || text.isLineEnd(place) { return true }
    switch text.meant(place) {
    case ",", "[", "]", "{", "}", "(", ")", "'", "\"", "=": return true
    case ":": return place + 1 >= text.count || !text.isWordPart(place + 1)
    default: return false
    }
  }

  /// The colon that ends a key, with or without space before it.
  private func colon(after end: Int) -> Int? {
    guard end < text.count, text.meant(end) == ":" else { return nil }
    return end
  }

  private func equalsSign(after end: Int) -> Range<Int>? {
    var place = end
    while place < text.count, text.isSpace(place) { place += 1 }
    guard place < text.count, text.meant(place) == "=", text.written(place + 1) != "=" else {
      return nil
    }
    let first = end
    place += 1
    while place < text.count, text.isSpace(place) { place += 1 }
    return first..<place
  }

  /// Whether a key may be here: at the start of a line, or in braces.
  private var mayHaveKey: Bool { open.isEmpty ? startsLine : open.last?.sign == "{" }

  private mutating func takeKey(_ word: String, _ start: Int, _ end: Int, colon: Int) {
    if open.last?.sign == "{", let last, SlipVocabulary.isKey(word) {
      reportComma(between: last, Piece(kind: .entry, start: start, end: end))
    }
    if SlipVocabulary.isKey(word) { takeLookalike(through: end) }
    index = colon
    takeLookalike(through: colon + 1)
    index = colon + 1
    last = nil
    let isKey = mayHaveKey
    startsLine = false
    if isKey, SlipVocabulary.keysOfText.contains(word) { skipText(of: start) }
  }

  private mutating func takeEquals(_ word: String, _ start: Int, _ end: Int, sign: Range<Int>) {
    guard mayHaveKey else {
      index = end
      return
    }
    takeLookalike(through: end)
    report(
      OtherNotation.equalsSign(key: word), at: range(start, sign.upperBound),
      [edit(sign.lowerBound, sign.upperBound, ": ")])
    index = sign.upperBound
    last = nil
    startsLine = false
    if SlipVocabulary.keysOfText.contains(word) { skipText(of: start) }
  }

  /// Passes a value that is anybody's text: to the end of the lines that belong to it, or in braces to the comma.
  private mutating func skipText(of key: Int) {
    guard open.isEmpty else {
      var depth = 0
      while index < text.count {
        switch text.meant(index) {
        case "[", "{": depth += 1
        case "]", "}":
          if depth == 0 { return }
          depth -= 1
        case "," where depth == 0: return
        default: break
        }
        index += 1
      }
      return
    }
    let indent = text.indent(of: key)
    skipLine()
    while index < text.count {
      var start = index
      while start < text.count, text.isLineEnd(start) { start += 1 }
      guard start < text.count else { return }
      var content = start
      while content < text.count, text.isSpace(content) { content += 1 }
      let isDash = content < text.count && text.meant(content) == "-"
      guard content - start > indent || content - start == indent && isDash else { return }
      index = content
      skipLine()
    }
  }
}
