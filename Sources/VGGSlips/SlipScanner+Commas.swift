import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGSyntax

/// Entries of lists, and commas that are missing between them.
extension SlipScanner {
  /// An entry of a list or a value of a mapping.
  struct Piece {
    enum Kind {
      case number
      case entry
      case quoted
      case bracket
      /// A word that can be anything.
      case other
    }

    let kind: Kind
    let start: Int
    let end: Int
  }

  /// Reports a missing comma before an entry of a list in brackets, if the two entries are complete.
  mutating func noteCommaBefore(_ piece: Piece) {
    guard let bracket = open.last, bracket.isList, bracket.sign != "{", let last,
      last.kind != .other, piece.kind != .other
    else { return }
    reportComma(between: last, piece)
  }

  mutating func reportComma(between last: Piece, _ piece: Piece) {
    let gap = text.meant(last.end..<piece.start)
    let areNumbers = last.kind == .number && piece.kind == .number && !gap.contains("\n")
    let mayBeOne =
      areNumbers
      && (text.meant(last.end - 1..<last.end) == "."
        || !text.meant(last.start..<piece.end).contains("."))
    let comma = YAMLSyntax.MissingComma(
      between: text.written(last.start..<last.end), text.written(piece.start..<piece.end),
      at: range(last.end, last.end), isSpaced: !gap.isEmpty, mayBeOne: mayBeOne)
    report(
      YAMLSyntax(.missingComma(comma)), at: range(last.start, piece.end),
      [edit(last.end..<last.end, gap.isEmpty ? ", " : ",")])
  }
}
