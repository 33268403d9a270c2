import VGGFindings
import VGGSpec

/// Words with and without quotes, and keys.
extension SlipScanner {
  mutating func takeQuoted() {
    let start = index
    let quote = text.meant(index)
    var end = index + 1
    let isTyped = text.isLookalike(index)
    while end < text.count, text.meant(end) != quote || text.isLookalike(end) != isTyped {
      // Curly quotes surround a word; otherwise they are something else.
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

  /// Skips a character that is not a slip.
  mutating func takeAnything() {
    index += 1
    last = nil
    startsLine = false
  }

  mutating func takeWord() {
    let start = index
    var end = index
    while end < text.count, !endsWord(end) { end += 1 }
    end = max(end, start + 1)
    let word = text.meant(start..<end)
    if end < text.count, text.meant(end) == ":" { return takeKey(word, at: start..<end) }
    if let sign = equalsSign(after: end), SlipVocabulary.isKey(word) {
      return takeEquals(word, at: start..<end, sign: sign)
    }
    if (start..<end).contains(where: text.isLookalike), SlipVocabulary.isWord(word) {
      takeLookalike(through: end)
    }
    // Commas are only needed between entries in brackets.
    let kind: Piece.Kind =
      open.isEmpty
      ? .other
      : SlipVocabulary.isNumber(word) ? .number : SlipVocabulary.isEntry(word) ? .entry : .other
    let piece = Piece(kind: kind, start: start, end: end)
    noteCommaBefore(piece)
    index = end
    last = piece
    startsLine = false
  }

  func endsWord(_ place: Int) -> Bool {
    if text.isSpace(place) || text.isLineEnd(place) { return true }
    switch text.meant(place) {
    case ",", "[", "]", "{", "}", "(", ")", "'", "\"", "=": return true
    case ":": return place + 1 >= text.count || !text.isWordPart(place + 1)
    default: return false
    }
  }

  func equalsSign(after end: Int) -> Range<Int>? {
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
  var mayHaveKey: Bool { open.isEmpty ? startsLine : open.last?.sign == "{" }

  mutating func takeKey(_ word: String, at place: Range<Int>) {
    let (start, end) = (place.lowerBound, place.upperBound)
    if open.last?.sign == "{", let last, SlipVocabulary.isKey(word) {
      reportComma(between: last, Piece(kind: .entry, start: start, end: end))
    }
    if SlipVocabulary.isKey(word) { takeLookalike(through: end) }
    index = end
    takeLookalike(through: end + 1)
    index = end + 1
    last = nil
    let isKey = mayHaveKey
    startsLine = false
    if isKey, SlipVocabulary.keysOfText.contains(word) { skipText(of: start) }
  }

  mutating func takeEquals(_ word: String, at place: Range<Int>, sign: Range<Int>) {
    let (start, end) = (place.lowerBound, place.upperBound)
    guard mayHaveKey else {
      index = end
      return
    }
    takeLookalike(through: end)
    report(
      OtherNotation.equalsSign(key: word), at: range(start, sign.upperBound), [edit(sign, ": ")])
    index = sign.upperBound
    last = nil
    startsLine = false
    if SlipVocabulary.keysOfText.contains(word) { skipText(of: start) }
  }

  /// Skips a value that is free text: to the end of the lines that belong to it, or in braces to the comma.
  mutating func skipText(of key: Int) {
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
    while index < text.count, text.isSpace(index) { index += 1 }
    if index < text.count, ["[", "{"].contains(text.meant(index)) { return skipBrackets() }
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

  /// Skips brackets with their contents.
  private mutating func skipBrackets() {
    var depth = 0
    while index < text.count {
      switch text.meant(index) {
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }
}
