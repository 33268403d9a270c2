/// Follows the structure of a YAML text up to an offset, even if it is incomplete there: keys by their
/// columns, dashes, brackets, quotes.
///
/// It reports no errors. libyaml does that, but it fails on unfinished text.
struct CursorScanner {
  /// The result of a scan that ended in a place that can be completed.
  struct Place {
    let path: [YAMLCursor.Step]
    let role: YAMLCursor.Role
    let wordStart: Int
    /// The number of the mapping that contains the place, or of the next one that would begin.
    let mapping: Int
    let mappingPath: [YAMLCursor.Step]
  }

  struct Mapping {
    let path: [YAMLCursor.Step]
    var keys: [(name: String, offset: Int)] = []
  }

  struct Frame {
    enum Kind: Equatable {
      case blockMapping(column: Int)
      case blockSequence(column: Int)
      case flowMapping
      case flowSequence
    }

    let kind: Kind
    /// The number among the mappings; lists have none.
    var mapping: Int?
    /// The key whose value is being read.
    var key: String?
  }

  let bytes: [UInt8]
  let end: Int
  var index = 0
  var lineStart = 0
  var frames: [Frame] = []
  var mappings: [Mapping] = []
  var place: Place?

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, end) : 0
    lineStart = index
  }

  mutating func run() {
    while true {
      skipSpaces()
      guard let byte = current else {
        place = nodePlace(column: index - lineStart, from: index)
        return
      }
      switch byte {
      case "\n", "\r": startLine()
      case "#", "%": skipLine()
      default:
        if column == 0, bytes[index..<end].starts(with: "---".utf8) {
          skipLine()
        } else {
          scanNode()
        }
      }
      if index >= end, !isAtLineStart { return }
    }
  }
}
