import VGGFiles

/// Hashes that recognise the findings of a report in later versions of their files.
///
/// A hash depends on the finding's code, the text that it marks, the text of its line, and the keys in which the line is
/// nested, such as the name of the model. It does not depend on line numbers, messages or other lines. Findings that are
/// equal in all of these are numbered in their order.
struct FindingFingerprints {
  /// The most bytes of a line that count.
  private static let longest = 200

  private let sources: SourceMap
  private var nestings: [UInt32: LineNesting] = [:]
  private var numbers: [String: Int] = [:]

  init(of sources: SourceMap) {
    self.sources = sources
  }

  /// The fingerprint of the next finding of the report.
  mutating func next(_ diagnostic: WordedDiagnostic) -> String {
    let context = [diagnostic.code] + context(of: diagnostic.range)
    let hash = hexadecimal(SHA256.hash(Array(context.joined(separator: "\n").utf8)).prefix(16))
    numbers[hash, default: 0] += 1
    return "\(hash):\(numbers[hash, default: 1])"
  }

  /// The marked text, its line, and the keys above it, from the inside out.
  private mutating func context(of range: SourceRange) -> [String] {
    let file = sources[range.source]
    let line = file.location(at: range.start).line
    let nesting = nestings[range.source.index] ?? LineNesting(file)
    nestings[range.source.index] = nesting
    let content = file.lineRange(line)
    let start = min(max(range.start, content.lowerBound), content.upperBound)
    let end = min(max(range.end, start), content.upperBound, start + Self.longest)
    return [
      file.text(start..<end), Self.trimmed(file.text(content.clamped(to: Self.first(of: content)))),
    ]
      + nesting.parents(of: line).map { parent in
        let content = file.lineRange(parent)
        let text = file.text(content.clamped(to: Self.first(of: content)))
        return Self.trimmed(String(text.prefix { $0 != ":" }))
      }
  }

  private static func first(of line: Range<Int>) -> Range<Int> {
    line.lowerBound..<line.lowerBound + longest
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// The lines in which each line of a YAML text is nested, by their indentation.
private struct LineNesting {
  /// The line in which each line is nested; 0 for none.
  private var parents: [Int] = [0]

  init(_ file: SourceFile) {
    var open: [(line: Int, depth: Int)] = []
    let count = file.location(at: file.bytes.count).line
    for line in stride(from: 1, through: count, by: 1) {
      let content = file.bytes[file.lineRange(line)]
      let text = content.drop { $0 == UInt8(ascii: " ") }
      guard let first = text.first, first != UInt8(ascii: "#") else {
        parents.append(0)
        continue
      }
      // The entries of a list may be indented as much as its key.
      let depth = 2 * (content.count - text.count) + (first == UInt8(ascii: "-") ? 1 : 0)
      while let last = open.last, last.depth >= depth { open.removeLast() }
      parents.append(open.last?.line ?? 0)
      open.append((line, depth))
    }
  }

  /// The lines around a line, the innermost first.
  func parents(of line: Int) -> [Int] {
    guard parents.indices.contains(line) else { return [] }
    return Array(sequence(first: parents[line]) { parents[$0] }.prefix { $0 > 0 })
  }
}
