import VGGDiagnostics
import VGGFindings

/// Builds the tree from libyaml's events.
///
/// An error that can be skipped (a tag, a duplicate key) is reported and skipped; an error that
/// makes the rest meaningless ends the building.
struct TreeBuilder {
  /// The greatest nesting depth of lists and mappings.
  static let maximumDepth = 64
  /// The most values that aliases may repeat in all.
  static let maximumExpansion = 1_000_000

  private struct Anchor {
    let range: SourceRange
    /// `nil` while the anchored value is still being read.
    var value: Built?
  }

  /// A node and the number of nodes in it, itself included.
  struct Built {
    var node: SyntaxNode
    var count: Int
  }

  /// Building cannot go on; the reason has been recorded.
  private struct Abandoned: Error {}

  private let file: SourceFile
  private let source: SourceID
  private let lineBreaks: OlderLineBreaks
  private var anchors: [String: Anchor] = [:]
  private var expanded = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, source: SourceID, lineBreaks: OlderLineBreaks) {
    self.file = file
    self.source = source
    self.lineBreaks = lineBreaks
  }

  private mutating func report(_ finding: some Finding, at range: SourceRange) {
    diagnostics.append(Diagnostic(finding, at: range))
  }

  /// The root of the stream's only document, or `nil`.
  mutating func build(from events: borrowing YAMLEvents) -> SyntaxNode? {
    var root: SyntaxNode?
    var documents = 0
    do {
      while true {
        let event = try next(events)
        switch event.kind {
        case .streamEnd: return root
        case .documentStart:
          documents += 1
          if documents > 1 {
            report(MultipleDocuments(), at: range(of: event))
            return root
          }
          root = try value(try next(events), events, depth: 0).node
        case .documentEnd, .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart,
          .mappingEnd, .other:
          continue
        }
      }
    } catch {
      return nil
    }
  }

  private mutating func next(_ events: borrowing YAMLEvents) throws -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      diagnostics.append(diagnostic(for: error))
      throw Abandoned()
    }
  }

  private mutating func value(
    _ event: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int
  ) throws -> Built {
    if case .alias(let name) = event.kind {
      return try anchored(name, at: range(of: event))
    }
    reportTag(of: event)
    if let anchor = event.anchor { anchors[anchor] = Anchor(range: range(of: event), value: nil) }
    let built = try content(event, events, depth: depth)
    if let anchor = event.anchor { anchors[anchor]?.value = built }
    return built
  }

  private mutating func content(
    _ event: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int
  ) throws -> Built {
    switch event.kind {
    case .scalar(let scalar):
      let node = SyntaxNode(.scalar(lineBreaks.restored(in: scalar)), at: scalarRange(of: event))
      return Built(node: node, count: 1)
    case .sequenceStart:
      try checkDepth(depth, event)
      return try sequence(from: event, events, depth: depth + 1)
    case .mappingStart:
      try checkDepth(depth, event)
      return try mapping(from: event, events, depth: depth + 1)
    case .documentStart, .documentEnd, .streamEnd, .alias, .sequenceEnd, .mappingEnd, .other:
      throw Abandoned()
    }
  }

  private mutating func sequence(
    from start: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int
  ) throws -> Built {
    var items: [SyntaxNode] = []
    var count = 1
    while true {
      let event = try next(events)
      if case .sequenceEnd = event.kind {
        let range = collectionRange(from: start, to: event, last: items.last?.range)
        return Built(node: SyntaxNode(.sequence(items), at: range), count: count)
      }
      let item = try value(event, events, depth: depth)
      items.append(item.node)
      count += item.count
    }
  }

  private mutating func mapping(
    from start: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int
  ) throws -> Built {
    var entries: [SyntaxEntry] = []
    var merged: [SyntaxEntry] = []
    var firstUse: [String: SourceRange] = [:]
    var count = 1
    while true {
      let event = try next(events)
      if case .mappingEnd = event.kind {
        let range = collectionRange(from: start, to: event, last: entries.last?.value.range)
        // With the entries that a merge key meant to add, so that none is reported missing in a second error.
        let added = merged.filter { firstUse[$0.key.value] == nil }
        return Built(node: SyntaxNode(.mapping(entries + added), at: range), count: count)
      }
      let key = try self.key(event, events, depth: depth)
      let value = try value(try next(events), events, depth: depth)
      count += value.count + 1
      switch key {
      case .name(let key):
        if let first = firstUse.updateValue(key.range, forKey: key.value) {
          firstUse[key.value] = first
          report(DuplicateKey(key.value, first: first), at: key.range)
        } else {
          entries.append(spaced(SyntaxEntry(key: key, value: value.node), isPlain: event.isPlain))
        }
      case .merge:
        if case .mapping(let others) = value.node.content { merged += others }
      case .reported: continue
      }
    }
  }

  /// A mapping's key as it was found.
  private enum Key {
    case name(Spanned<String>)
    /// `<<`, which has been reported.
    case merge
    case reported
  }

  private mutating func key(
    _ event: YAMLEvent, _ events: borrowing YAMLEvents, depth: Int
  ) throws -> Key {
    let node = try value(event, events, depth: depth).node
    guard case .scalar(let scalar) = node.content else {
      if case .reported = node.content { return .reported }
      report(WrongType.key(node.kind), at: node.range)
      return .reported
    }
    if scalar.isPlain, scalar.text == "<<" {
      report(MergeKey(), at: node.range)
      return .merge
    }
    return .name(Spanned(scalar.text, at: node.range))
  }

  /// Splits `{classes:10}`, which YAML reads as a key without a value, though hardly anybody means that.
  private mutating func spaced(_ entry: SyntaxEntry, isPlain: Bool) -> SyntaxEntry {
    guard isPlain, entry.value.isMissing, let pair = UnspacedPair(entry.key) else { return entry }
    report(pair.finding, at: pair.range)
    return SyntaxEntry(
      key: pair.key, value: SyntaxNode(.scalar(pair.value.value), at: pair.value.range))
  }

  private mutating func anchored(_ name: String, at range: SourceRange) throws -> Built {
    guard let anchor = anchors[name] else {
      let known = anchors.keys.sorted().prefix(UnknownAnchor.listed)
      report(UnknownAnchor.missing(name, known: Array(known)), at: range)
      return Built(node: SyntaxNode(.reported, at: range), count: 1)
    }
    guard var built = anchor.value else {
      report(UnknownAnchor.recursive(name, anchor: anchor.range), at: range)
      return Built(node: SyntaxNode(.reported, at: range), count: 1)
    }
    expanded += built.count
    guard expanded <= Self.maximumExpansion else {
      report(AliasExpansion(limit: Self.maximumExpansion), at: range)
      throw Abandoned()
    }
    built.node.range = range
    return built
  }

  private mutating func reportTag(of event: YAMLEvent) {
    guard event.tag != nil, let range = tagRange(of: event) else { return }
    let spaces = file.bytes[range.end...].prefix { $0 == UInt8(ascii: " ") }.count
    let gap = SourceRange(source: source, start: range.start, end: range.end + spaces)
    report(YAMLTag(file.text(range.start..<range.end), with: gap), at: range)
  }

  private mutating func checkDepth(_ depth: Int, _ event: YAMLEvent) throws {
    guard depth >= Self.maximumDepth else { return }
    let start = range(of: event).start
    report(
      NestingTooDeep(limit: Self.maximumDepth),
      at: SourceRange(source: source, start: start, end: min(start + 1, file.bytes.count)))
    throw Abandoned()
  }
}

// MARK: - Places

extension TreeBuilder {
  private func offset(_ mark: Int) -> Int {
    file.offset(ofScalar: mark + (file.byteOrderMarkLength > 0 ? 1 : 0))
  }

  private func range(of event: YAMLEvent) -> SourceRange {
    let start = offset(event.start)
    return SourceRange(source: source, start: start, end: max(start, offset(event.end)))
  }

  /// The range without the anchor before the value, and without the line breaks that end a block scalar.
  private func scalarRange(of event: YAMLEvent) -> SourceRange {
    let whole = range(of: event)
    var start = whole.start
    var end = whole.end
    if event.anchor != nil || event.tag != nil {
      start = skippingProperties(from: start, to: end)
    }
    while end > start, file.bytes[end - 1].isYAMLSpace { end -= 1 }
    return SourceRange(source: source, start: start, end: end)
  }

  /// The range up to the last value: libyaml ends a block collection where the next token starts.
  private func collectionRange(
    from start: YAMLEvent, to end: YAMLEvent, last: SourceRange?
  ) -> SourceRange {
    let first = offset(start.start)
    let isFlow = end.end > end.start
    let bound = isFlow ? offset(end.end) : max(first, last.map(\.end) ?? offset(start.end))
    return SourceRange(source: source, start: first, end: max(first, bound))
  }

  /// The offset past `&anchor` and `!tag` and the space after them.
  private func skippingProperties(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end,
      file.bytes[index] == UInt8(ascii: "&") || file.bytes[index] == UInt8(ascii: "!")
    {
      index = endOfSpace(from: endOfWord(from: index, to: end), to: end)
    }
    return index
  }

  /// The tag of a value as it is written: `!!python/tuple`, with or without an anchor before it.
  private func tagRange(of event: YAMLEvent) -> SourceRange? {
    var start = range(of: event).start
    if start < file.bytes.count, file.bytes[start] == UInt8(ascii: "&") {
      start = endOfSpace(from: endOfWord(from: start, to: file.bytes.count), to: file.bytes.count)
    }
    guard start < file.bytes.count, file.bytes[start] == UInt8(ascii: "!") else { return nil }
    let isVerbatim = file.bytes[start...].starts(with: Array("!<".utf8))
    let length = file.bytes[start...].prefix { byte in
      isVerbatim ? byte != UInt8(ascii: ">") : !byte.isYAMLSpace && !byte.endsFlowEntry
    }.count
    let end = min(start + length + (isVerbatim ? 1 : 0), file.bytes.count)
    return SourceRange(source: source, start: start, end: end)
  }

  private func endOfWord(from start: Int, to end: Int) -> Int {
    file.bytes[start..<end].firstIndex { $0.isYAMLSpace } ?? end
  }

  private func endOfSpace(from start: Int, to end: Int) -> Int {
    file.bytes[start..<end].firstIndex { !$0.isYAMLSpace } ?? end
  }

  private func diagnostic(for failure: YAMLFailure) -> Diagnostic {
    switch failure.place {
    case .byte(let offset):
      let start = min(offset + file.byteOrderMarkLength, file.bytes.count)
      return Diagnostic(
        failure.encoding,
        at: SourceRange(source: source, start: start, end: min(start + 1, file.bytes.count)))
    case .scalars(let problem, let context):
      let range = place(problem)
      if failure.problem == YAMLFailure.unexpectedColon, let line = lineWithoutKey(before: range) {
        return Diagnostic(YAMLSyntax(.lineWithoutKey), at: line)
      }
      let found = file.text(range.start..<range.end).unicodeScalars.first
      let problem = failure.syntax(found: found)
      guard let context = context.map(place) else {
        return Diagnostic(YAMLSyntax(problem), at: range)
      }
      if failure.startsUnfinished { return Diagnostic(YAMLSyntax(problem), at: context) }
      let construct = failure.construct.map { Spanned($0, at: context) }
      return Diagnostic(YAMLSyntax(problem, within: construct), at: range)
    }
  }

  /// The line above that should be a `key: value` and is not, for which libyaml blames the colon of
  /// the next one.
  private func lineWithoutKey(before range: SourceRange) -> SourceRange? {
    var number = file.location(at: range.start).line - 1
    while number >= 1 {
      let bounds = file.lineRange(number)
      let content = file.text(bounds).drop { $0 == " " }
      if content.isEmpty || content.hasPrefix("#") {
        number -= 1
        continue
      }
      let isKey = content.contains(": ") || content.hasSuffix(":")
      guard !isKey, !content.hasPrefix("- "), content.first?.isLetter == true else { return nil }
      return SourceRange(
        source: source, start: bounds.upperBound - content.utf8.count, end: bounds.upperBound)
    }
    return nil
  }

  /// A range one character wide, so that the caret has something to point at.
  private func place(_ mark: Int) -> SourceRange {
    let start = offset(mark)
    return SourceRange(source: source, start: start, end: max(start, offset(mark + 1)))
  }
}

extension UInt8 {
  fileprivate var isYAMLSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n")
      || self == UInt8(ascii: "\r")
  }

  fileprivate var endsFlowEntry: Bool {
    self == UInt8(ascii: ",") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
  }
}
