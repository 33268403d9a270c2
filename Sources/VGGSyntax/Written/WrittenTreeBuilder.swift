import VGGDiagnostics

/// Builds a ``WrittenDocument`` from libyaml's events, which describe the tree, and its tokens, between
/// which the comments are.
struct WrittenTreeBuilder {
  private struct Abandoned: Error {}

  /// A token with UTF-8 offsets.
  private struct Token {
    let kind: YAMLToken.Kind
    let start: Int
    let end: Int
  }

  private let file: SourceFile
  private let text: [UInt8]
  private let lineBreaks: OlderLineBreaks
  private let tokens: [Token]

  /// - Parameter file: UTF-8 that ``parseYAML(_:in:)`` could read.
  init(file: SourceFile) {
    self.file = file
    lineBreaks = OlderLineBreaks(in: file.bytes)
    text = Array(lineBreaks.replaced(in: file.bytes).dropFirst(file.byteOrderMarkLength))
    let mark = file.byteOrderMarkLength > 0 ? 1 : 0
    tokens = YAMLToken.all(of: text).map { token in
      Token(
        kind: token.kind, start: file.offset(ofScalar: token.start + mark),
        end: file.offset(ofScalar: token.end + mark))
    }
  }

  func document() -> WrittenDocument? {
    let root = YAMLEvents.withEvents(of: text) { events in
      Result { () throws -> WrittenNode? in
        while true {
          let event = try events.next()
          switch event.kind {
          case .streamEnd: return nil
          case .documentStart: return try node(try events.next(), events)
          case .documentEnd, .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart,
            .mappingEnd, .other:
            continue
          }
        }
      }
    }
    guard case .success(let root) = root else { return nil }
    return WrittenDocument(
      file: file, root: root, comments: comments(),
      directives: tokens.filter { $0.kind == .directive }.map { file.text($0.start..<$0.end) },
      start: tokens.first { $0.kind == .documentStart }?.start)
  }

  // MARK: - The tree

  private func node(
    _ event: YAMLEvent, _ events: borrowing YAMLEvents
  ) throws -> WrittenNode {
    let start = offset(event.start)
    let properties = properties(from: start, of: event)
    let contentStart = properties.isEmpty ? start : contentStart(after: properties, of: event)
    func made(_ content: WrittenNode.Content, end: Int) -> WrittenNode {
      WrittenNode(
        content: content, properties: properties.map { file.text($0.start..<$0.end) },
        isFlow: event.isFlow, start: start, contentStart: contentStart, end: max(contentStart, end))
    }
    switch event.kind {
    case .alias:
      let end = offset(event.end)
      return made(.alias(file.text(start..<end)), end: end)
    case .scalar(let scalar):
      return made(.scalar(lineBreaks.restored(in: scalar)), end: endOfScalar(event, contentStart))
    case .sequenceStart:
      var items: [WrittenNode] = []
      while true {
        let next = try events.next()
        if case .sequenceEnd = next.kind {
          return made(.sequence(items), end: end(of: next, last: items.last))
        }
        items.append(try node(next, events))
      }
    case .mappingStart:
      var entries: [WrittenEntry] = []
      while true {
        let next = try events.next()
        if case .mappingEnd = next.kind {
          return made(.mapping(entries), end: end(of: next, last: entries.last?.value))
        }
        let key = try node(next, events)
        entries.append(WrittenEntry(key: key, value: try node(try events.next(), events)))
      }
    case .documentStart, .documentEnd, .streamEnd, .sequenceEnd, .mappingEnd, .other:
      throw Abandoned()
    }
  }

  /// The tokens of an anchor and a tag before a value's content.
  private func properties(from start: Int, of event: YAMLEvent) -> ArraySlice<Token> {
    guard event.anchor != nil || event.tag != nil else { return [] }
    let first = tokens.indices.first(from: start) { tokens[$0].start }
    return tokens[first...].drop { $0.start == start && $0.kind != .property }
      .prefix { $0.kind == .property }
  }

  private func contentStart(after properties: ArraySlice<Token>, of event: YAMLEvent) -> Int {
    let end = properties.last?.end ?? offset(event.start)
    if case .scalar(let scalar) = event.kind, scalar.isPlain, scalar.text.isEmpty { return end }
    return tokens[properties.endIndex...].first?.start ?? end
  }

  /// The end without the line breaks that end a block scalar.
  private func endOfScalar(_ event: YAMLEvent, _ start: Int) -> Int {
    var end = max(start, offset(event.end))
    while end > start, file.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return end
  }

  /// The end of the last value: libyaml ends a block collection, and one without its braces, where the next
  /// token starts.
  private func end(of event: YAMLEvent, last: WrittenNode?) -> Int {
    event.end > event.start ? offset(event.end) : last?.end ?? offset(event.start)
  }

  private func offset(_ mark: Int) -> Int {
    file.offset(ofScalar: mark + (file.byteOrderMarkLength > 0 ? 1 : 0))
  }

  // MARK: - Comments

  private func comments() -> [WrittenComment] {
    var comments: [WrittenComment] = []
    var position = file.byteOrderMarkLength
    for token in tokens {
      if position < token.start { append(commentsIn: position..<token.start, to: &comments) }
      if token.kind == .scalar, let header = blockHeader(of: token) {
        append(commentsIn: header, to: &comments)
      }
      position = max(position, token.end)
    }
    append(commentsIn: position..<file.bytes.count, to: &comments)
    return comments
  }

  /// The rest of a block scalar's first line: `| # comment`.
  private func blockHeader(of token: Token) -> Range<Int>? {
    let bytes = file.bytes[token.start..<token.end]
    guard let first = bytes.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">") else {
      return nil
    }
    return token.start..<(bytes.firstIndex(where: \.endsLine) ?? token.end)
  }

  private func append(commentsIn gap: Range<Int>, to comments: inout [WrittenComment]) {
    var rest = file.bytes[gap]
    while let start = rest.firstIndex(of: UInt8(ascii: "#")) {
      let line = file.bytes[start...].prefix { !$0.endsLine }
      var end = line.endIndex
      while file.bytes[end - 1] == UInt8(ascii: " ") || file.bytes[end - 1] == UInt8(ascii: "\t") {
        end -= 1
      }
      comments.append(WrittenComment(start: start, text: file.text(start..<end)))
      rest = file.bytes[min(line.endIndex, gap.upperBound)..<gap.upperBound]
    }
  }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension Range<Int> {
  /// The first of these, whose values rise, that has at least `value`.
  fileprivate func first(from value: Int, _ valueOf: (Int) -> Int) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if valueOf(middle) < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
