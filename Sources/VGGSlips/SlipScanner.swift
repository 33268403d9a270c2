import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGSyntax

/// Walks a text character by character, as YAML would be read if each slip were repaired.
struct SlipScanner {
  let text: SlipText
  let source: SourceID
  var index = 0
  /// The brackets that are open.
  var open: [Bracket] = []
  private var found: [(diagnostic: Diagnostic, edits: [TextEdit])] = []
  /// Consecutive look-alikes, which are reported as one.
  private var run: LookalikeRun?
  /// Whether only space and dashes come before this in its line.
  var startsLine = true
  /// The entry or value of the open bracket after which no comma has come.
  var last: Piece?

  /// A text with more slips than this has a different problem.
  private static let mostSlips = 100
  /// The brackets of a configuration do not nest this deep.
  private static let deepest = 64

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
    while index < text.count, found.count < Self.mostSlips, open.count < Self.deepest { step() }
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
    case "#" where index == 0 || text.isSpace(index - 1) || text.isLineEnd(index - 1):
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

  mutating func skipLine() {
    while index < text.count, !text.isLineEnd(index) { index += 1 }
  }

  // MARK: - Reporting

  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(source: source, start: text.offset(start), end: text.offset(end))
  }

  func edit(_ range: Range<Int>, _ replacement: String) -> TextEdit {
    TextEdit(text.offset(range.lowerBound)..<text.offset(range.upperBound), replacement)
  }

  mutating func report(_ finding: some Finding, at range: SourceRange, _ edits: [TextEdit]) {
    found.append((Diagnostic(finding, at: range), edits))
  }

  /// Notes the look-alikes from ``index`` to `end`, if there are any.
  mutating func takeLookalike(through end: Int) {
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
    report(finding, at: range(run.start, run.end), [edit(run.start..<run.end, meant)])
  }

  private struct LookalikeRun {
    let start: Int
    let end: Int
  }
}
