import VGGFindings
import VGGSpec

/// Brackets, and parentheses in place of them.
extension SlipScanner {
  mutating func takeOpening(_ sign: Unicode.Scalar) {
    noteCommaBefore(Piece(kind: .bracket, start: index, end: index + 1))
    takeLookalike(through: index + 1)
    open.append(Bracket(sign: sign, index: index, isList: sign != "(" || startsValue))
    index += 1
    last = nil
    startsLine = false
  }

  /// Whether a value can start here, judging by the text before it other than space.
  var startsValue: Bool {
    var before = index - 1
    while before >= 0, text.isSpace(before) || text.isLineEnd(before) { before -= 1 }
    guard before >= 0 else { return true }
    return [":", ",", "[", "(", "{", "-", "="].contains(text.meant(before))
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["]": "[", "}": "{", ")": "("]

  mutating func takeClosing(_ sign: Unicode.Scalar) {
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

  mutating func takeParentheses(from start: Int) {
    let inner = text.written((start + 1)..<index)
    // Around a single value among others they mean nothing.
    if open.last?.isList == true, !inner.contains(",") { return }
    report(
      OtherNotation.parentheses("(\(inner))", brackets: "[\(inner)]"), at: range(start, index + 1),
      [edit(start..<(start + 1), "["), edit(index..<(index + 1), "]")])
  }
}
