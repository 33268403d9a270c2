/// Structure from indentation and dashes: mappings and lists on separate lines.
extension CursorScanner {
  /// Scans the node at a line's start, or after a dash.
  mutating func scanNode() {
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

  mutating func leave(deeperThan column: Int) {
    while case .some(let frame) = frames.last {
      switch frame.kind {
      case .blockMapping(let other) where other <= column: return
      case .blockSequence(let other) where other <= column: return
      case .blockMapping, .blockSequence, .flowMapping, .flowSequence: frames.removeLast()
      }
    }
  }

  mutating func leaveSequence(at column: Int) {
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

  /// Scans a word that ends at the line's end, or at the colon that makes it a key.
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

  /// Scans from the colon on.
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

  /// Skips the lines that are indented deeper than the key.
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
