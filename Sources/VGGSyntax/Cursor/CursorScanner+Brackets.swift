/// Structure in brackets, until they close.
extension CursorScanner {
  /// Scans to the bracket that closes the one here.
  mutating func scanFlow() {
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

  /// Records a word as a key if a colon follows.
  private mutating func endFlowWord(_ word: Range<Int>) {
    while current == " " { index += 1 }
    guard current == ":" else { return }
    record(text(word), at: word.lowerBound)
  }

  /// Whether the line here continues after brackets that should have been closed before: with a key,
  /// indented no deeper than the one whose value they are.
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

extension UInt8 {
  /// Whether it may occur in the language's keys.
  package var isKeyByte: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || self == UInt8(ascii: "_")
  }
}
