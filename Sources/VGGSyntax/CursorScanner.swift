/// Follows the structure of a YAML text up to an offset, whatever it may lack there: keys by their
/// columns, dashes, brackets, quotes.
///
/// It judges nothing. libyaml does that, which gives up where the text is not finished.
struct CursorScanner {
  /// What a scan that ended in a place that can be completed found there.
  struct Place {
    let path: [YAMLCursor.Step]
    let role: YAMLCursor.Role
    let wordStart: Int
    /// The number of the mapping in which the place stands, or of the next one that would begin.
    let mapping: Int
    let mappingPath: [YAMLCursor.Step]
  }

  struct Mapping {
    let path: [YAMLCursor.Step]
    var keys: [(name: String, offset: Int)] = []
  }

  private struct Frame {
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

    var isFlow: Bool { kind == .flowMapping || kind == .flowSequence }
  }

  private let bytes: [UInt8]
  let end: Int
  private var index = 0
  private var lineStart = 0
  private var frames: [Frame] = []
  private(set) var mappings: [Mapping] = []
  private(set) var place: Place?

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

// MARK: - Blocks

extension CursorScanner {
  private var column: Int { index - lineStart }

  /// What stands at a line's start, or after a dash.
  private mutating func scanNode() {
    leave(deeperThan: column)
    if current == "-", isSpace(at: index + 1) {
      enterSequence()
      index += 1
      guard index < end else { return }
      skipSpaces()
      guard let byte = current else {
        place = nodePlace(column: column, from: index)
        return
      }
      if byte == "\n" || byte == "\r" { return }
      return byte == "#" ? skipLine() : scanNode()
    }
    leaveSequence(at: column)
    skipProperties()
    guard let byte = current else { return }
    switch byte {
    case "[", "{": scanFlow()
    case "\"", "'": scanQuoted(asKeyAt: column)
    default: scanPlain(asKeyAt: column)
    }
  }

  private mutating func leave(deeperThan column: Int) {
    while case .some(let frame) = frames.last {
      switch frame.kind {
      case .blockMapping(let other) where other <= column: return
      case .blockSequence(let other) where other <= column: return
      default: frames.removeLast()
      }
    }
  }

  private mutating func leaveSequence(at column: Int) {
    if frames.last?.kind == .blockSequence(column: column) { frames.removeLast() }
  }

  private mutating func enterSequence() {
    if frames.last?.kind != .blockSequence(column: column) {
      frames.append(Frame(kind: .blockSequence(column: column)))
    }
  }

  private mutating func enterMapping(at column: Int) {
    guard frames.last?.kind != .blockMapping(column: column) else { return }
    push(.blockMapping(column: column))
  }

  /// A word that goes to the line's end, or to the colon that makes it a key.
  private mutating func scanPlain(asKeyAt column: Int) {
    let start = index
    while let byte = current, byte != "\n", byte != "\r" {
      if byte == ":", isSpace(at: index + 1) {
        return scanValue(ofKey: text(start..<index), startingAt: start, column: column)
      }
      if byte == "#", start < index, isSpace(at: index - 1) { return skipLine() }
      index += 1
    }
    if index >= end { place = nodePlace(column: column, from: start) }
  }

  private mutating func scanQuoted(asKeyAt column: Int) {
    let start = index
    guard skipQuoted() else {
      place = nodePlace(column: column, from: start + 1)
      return
    }
    let name = text(start + 1..<index - 1)
    skipSpaces()
    if current == ":", isSpace(at: index + 1) {
      scanValue(ofKey: name, startingAt: start + 1, column: column)
    } else {
      skipLine()
    }
  }

  /// From the colon on.
  private mutating func scanValue(ofKey name: String, startingAt start: Int, column: Int) {
    enterMapping(at: column)
    record(name, at: start)
    index += 1
    guard index < end else { return }
    skipSpaces()
    skipProperties()
    guard let byte = current else {
      place = valuePlace(from: index)
      return
    }
    switch byte {
    case "\n", "\r": return
    case "#": skipLine()
    case "[", "{": scanFlow()
    case "|", ">": skipBlockScalar(under: column)
    case "\"", "'":
      let start = index + 1
      if skipQuoted() { skipLine() } else { place = valuePlace(from: start) }
    default:
      let start = index
      skipLine()
      if index >= end, !isAtLineStart, !bytes[start..<end].contains(UInt8(ascii: "#")) {
        place = valuePlace(from: start)
      }
    }
  }

  /// Lines that are indented deeper than the key.
  private mutating func skipBlockScalar(under column: Int) {
    skipLine()
    while index < end {
      let line = bytes[index..<end]
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
      let first = line.dropFirst(indentation).first
      guard indentation > column || first == nil || first == 0x0A || first == 0x0D else { return }
      skipLine()
    }
  }
}

// MARK: - Brackets

extension CursorScanner {
  /// To the bracket that closes the one here.
  private mutating func scanFlow() {
    let depth = frames.count
    repeat {
      guard let byte = current else {
        place = flowPlace(from: index)
        return
      }
      switch byte {
      case "[":
        frames.append(Frame(kind: .flowSequence))
        index += 1
      case "{":
        push(.flowMapping)
        index += 1
      case "]", "}":
        frames.removeLast()
        index += 1
      case ",":
        frames[frames.count - 1].key = nil
        index += 1
      case "\n", "\r":
        startLine()
        if isUnclosed(within: depth) {
          frames.removeSubrange(depth...)
          return
        }
      case " ", "\t": index += 1
      case "#" where isSpace(at: index - 1):
        let line = lineStart
        skipLine()
        if index >= end, lineStart == line { return }
      case "\"", "'":
        let start = index + 1
        guard skipQuoted() else {
          place = flowPlace(from: start)
          return
        }
        endFlowWord(start..<index - 1)
      case ":": index += 1
      default:
        let start = index
        skipFlowWord()
        guard index < end else {
          place = flowPlace(from: start)
          return
        }
        endFlowWord(start..<index)
      }
    } while frames.count > depth
    skipLine()
  }

  private mutating func skipFlowWord() {
    while let byte = current {
      switch byte {
      case ",", "[", "]", "{", "}", "\n", "\r": return
      case ":" where isSpace(at: index + 1): return
      case "#" where isSpace(at: index - 1): return
      default: index += 1
      }
    }
  }

  /// A word is a key where a colon follows.
  private mutating func endFlowWord(_ word: Range<Int>) {
    while current == " " { index += 1 }
    guard current == ":" else { return }
    record(text(word), at: word.lowerBound)
  }

  /// Whether the line here goes on where the brackets should have been closed before: with a key, no
  /// further in than the one whose value they are.
  private func isUnclosed(within depth: Int) -> Bool {
    guard depth > 0, case .blockMapping(let column) = frames[depth - 1].kind else { return false }
    let line = bytes[index..<end].prefix { $0 != 0x0A && $0 != 0x0D }
    let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
    let word = line.dropFirst(indentation).prefix { $0.isKeyByte }
    guard indentation <= column, !word.isEmpty else { return false }
    return word.endIndex == line.endIndex
      ? index + indentation + word.count == end : line[word.endIndex] == UInt8(ascii: ":")
  }
}

// MARK: - Places

extension CursorScanner {
  private var path: [YAMLCursor.Step] { steps(frames) }

  /// The keys of a mapping by its number; none where that is not the one at the path.
  func keys(ofMapping number: Int, at path: [YAMLCursor.Step]) -> [(name: String, offset: Int)] {
    guard mappings.indices.contains(number), mappings[number].path == path else { return [] }
    return mappings[number].keys
  }

  private func steps(_ frames: [Frame]) -> [YAMLCursor.Step] {
    frames.map { frame in
      switch frame.kind {
      case .blockSequence, .flowSequence: .item
      case .blockMapping, .flowMapping: .key(frame.key ?? "")
      }
    }
  }

  private func nodePlace(column: Int, from start: Int) -> Place {
    var copy = self
    copy.leave(deeperThan: column)
    copy.leaveSequence(at: column)
    guard let frame = copy.frames.last else { return copy.keyPlace(path: [], from: start) }
    switch frame.kind {
    case .blockMapping(column):
      return copy.keyPlace(path: Array(copy.path.dropLast()), in: frame.mapping, from: start)
    case .blockMapping, .flowMapping: return copy.keyPlace(path: copy.path, from: start)
    case .blockSequence, .flowSequence: return copy.place(.item, from: start)
    }
  }

  private func valuePlace(from start: Int) -> Place { place(.value, from: start) }

  private func flowPlace(from start: Int) -> Place {
    guard let frame = frames.last else { return place(.value, from: start) }
    switch frame.kind {
    case .flowMapping where frame.key == nil:
      return keyPlace(path: Array(path.dropLast()), in: frame.mapping, from: start)
    case .flowMapping, .blockMapping: return place(.value, from: start)
    case .flowSequence, .blockSequence: return place(.item, from: start)
    }
  }

  private func place(_ role: YAMLCursor.Role, from start: Int) -> Place {
    Place(path: path, role: role, wordStart: start, mapping: mappings.count, mappingPath: path)
  }

  private func keyPlace(
    path: [YAMLCursor.Step], in mapping: Int? = nil, from start: Int
  ) -> Place {
    Place(
      path: path, role: .key, wordStart: start, mapping: mapping ?? mappings.count,
      mappingPath: path)
  }

  private mutating func push(_ kind: Frame.Kind) {
    mappings.append(Mapping(path: path))
    frames.append(Frame(kind: kind, mapping: mappings.count - 1))
  }

  private mutating func record(_ name: String, at offset: Int) {
    guard let mapping = frames.last?.mapping else { return }
    frames[frames.count - 1].key = name
    mappings[mapping].keys.append((name, offset))
  }
}

// MARK: - Characters

extension CursorScanner {
  private var current: Unicode.Scalar? { index < end ? Unicode.Scalar(bytes[index]) : nil }

  private var isAtLineStart: Bool { index == lineStart }

  /// Whether a space, a line's end or the end of the scan stands there.
  private func isSpace(at index: Int) -> Bool {
    guard (0..<end).contains(index) else { return true }
    return [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index])
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while current == " " || current == "\t" { index += 1 }
  }

  private mutating func startLine() {
    if current == "\r", index + 1 < end, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
    index += 1
    lineStart = index
  }

  /// Past the next line break, or to the end.
  private mutating func skipLine() {
    while let byte = current, byte != "\n", byte != "\r" { index += 1 }
    if index < end { startLine() }
  }

  /// Past `&anchor` and `!tag`.
  private mutating func skipProperties() {
    while current == "&" || current == "!" {
      while !isSpace(at: index) { index += 1 }
      skipSpaces()
    }
  }

  /// Past the closing quote; `false` where there is none.
  private mutating func skipQuoted() -> Bool {
    let quote = bytes[index]
    index += 1
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index = min(index + 1, end)
      } else if byte == quote {
        guard quote == UInt8(ascii: "'"), index < end, bytes[index] == quote else { return true }
        index += 1
      } else if byte == 0x0A {
        lineStart = index
      }
    }
    return false
  }
}
