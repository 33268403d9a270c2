import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Typed values. Each returns `nil` after it has reported a problem.
extension Resolver {
  /// Any scalar's text: `no`, `007` and `"D"` are all names.
  mutating func text(_ node: SyntaxNode, of subject: Subject) -> Spanned<String>? {
    guard let scalar = scalar(node, of: subject, expected: .text) else { return nil }
    guard scalar.value != .null, !scalar.text.isEmpty else {
      report(WrongType.emptyText(subject), at: node.range)
      return nil
    }
    return Spanned(scalar.text, at: node.range)
  }

  mutating func truth(_ node: SyntaxNode, of subject: Subject) -> Spanned<Bool>? {
    guard let scalar = scalar(node, of: subject, expected: .truth) else { return nil }
    if case .bool(let value) = scalar.value { return Spanned(value, at: node.range) }
    if !scalar.isPlain, case .bool = CoreValue(plain: scalar.text) {
      report(WrongType.quoted(subject, .truth, text: scalar.text), at: node.range)
      return nil
    }
    report(
      WrongType.truth(subject, seen: scalar.kind, text: scalar.text, meant: scalar.meantTruth),
      at: node.range)
    return nil
  }

  mutating func integer(
    _ node: SyntaxNode, of subject: Subject, in bounds: ClosedRange<Int>
  ) -> Spanned<Int>? {
    guard let scalar = scalar(node, of: subject, expected: .wholeNumber) else { return nil }
    switch scalar.value {
    case .int(let value) where bounds.contains(value):
      return Spanned(value, at: node.range)
    case .int, .integerOverflow:
      report(
        ValueOutOfRange.integer(scalar.text, of: subject, bounds: bounds), at: node.range)
    case .string(let string) where !scalar.isPlain && Int(string).map(bounds.contains) == true:
      report(WrongType.quoted(subject, .number, text: string), at: node.range)
    case .null, .bool, .float, .string:
      report(WrongType.value(subject, .wholeNumber, seen: node.kind), at: node.range)
    }
    return nil
  }

  mutating func number(
    _ node: SyntaxNode, of subject: Subject, in bounds: ClosedRange<Double>
  ) -> Spanned<Double>? {
    guard let scalar = scalar(node, of: subject, expected: .number) else { return nil }
    let value: Double
    switch scalar.value {
    case .int(let integer): value = Double(integer)
    case .float(let float): value = float
    case .string(let string) where !scalar.isPlain && Double(string).map(bounds.contains) == true:
      report(WrongType.quoted(subject, .number, text: string), at: node.range)
      return nil
    case .null, .bool, .integerOverflow, .string:
      report(WrongType.value(subject, .number, seen: node.kind), at: node.range)
      return nil
    }
    guard bounds.contains(value) else {
      report(
        ValueOutOfRange.number(scalar.text, of: subject, bounds: bounds), at: node.range)
      return nil
    }
    return Spanned(value, at: node.range)
  }

  /// A list's items; a single value is not a list.
  mutating func items(_ node: SyntaxNode, of subject: Subject, expected: Expectation)
    -> [SyntaxNode]?
  {
    switch node.content {
    case .sequence(let items): return items
    case .reported: return nil
    case .scalar, .mapping:
      report(WrongType.value(subject, expected, seen: node.kind), at: node.range)
      return nil
    }
  }

  /// A mapping's values by key; keys that are not of `Key` are reported.
  ///
  /// If it is clear which key was meant, its value is read under that key, so that one misspelt key
  /// causes one error.
  mutating func mapping<Key: ConfigurationKey>(
    _ entries: [SyntaxEntry], keys: Key.Type
  ) -> [Key: SyntaxNode] {
    knownEntries(entries, keys: keys).reduce(into: [:]) { values, entry in
      if let key = Key(rawValue: entry.key.value) { values[key] = entry.value }
    }
  }

  /// The entries that have keys of `Key`, or keys whose meaning is clear; others are
  /// reported.
  mutating func knownEntries<Key: ConfigurationKey>(
    _ entries: [SyntaxEntry], keys: Key.Type
  ) -> [SyntaxEntry] {
    var given = Set(entries.compactMap { Key(rawValue: $0.key.value) })
    return entries.compactMap { entry in
      if Key(rawValue: entry.key.value) != nil { return entry }
      guard let meant = Key.meant(by: entry.key.value) else {
        reportUnknown(entry.key, in: Key.section, .keys(Key.allCases.map(\.rawValue)))
        return nil
      }
      guard given.insert(meant).inserted else {
        reportUnknown(entry.key, in: Key.section, .given(as: meant.rawValue))
        return nil
      }
      reportUnknown(entry.key, in: Key.section, .meant(meant.rawValue))
      return SyntaxEntry(key: Spanned(meant.rawValue, at: entry.key.range), value: entry.value)
    }
  }

  private mutating func reportUnknown(
    _ key: Spanned<String>, in section: Section, _ hint: UnknownKey.Hint
  ) {
    report(UnknownKey(key.value, in: section, hint), at: key.range)
  }

  /// Reports a list with more entries than the language allows.
  mutating func reportTooMany(_ count: Int, of list: String, at range: SourceRange) {
    report(
      ValueOutOfRange.entries(count, of: list, maximum: LanguageBounds.elementCount),
      at: range.firstCharacter)
  }

  /// Whether there is a key that is not in `Key` and resembles none of its keys: it may hold the part that
  /// is missing.
  func hasUnknownKey<Key: ConfigurationKey>(
    _ entries: [SyntaxEntry], besides keys: Key.Type
  ) -> Bool {
    entries.contains { Key(rawValue: $0.key.value) == nil && Key.meant(by: $0.key.value) == nil }
  }

  private mutating func scalar(_ node: SyntaxNode, of subject: Subject, expected: Expectation)
    -> Scalar?
  {
    switch node.content {
    case .scalar(let scalar): return scalar
    case .reported: return nil
    case .sequence, .mapping:
      report(WrongType.value(subject, expected, seen: node.kind), at: node.range)
      return nil
    }
  }
}

extension Scalar {
  /// The truth value that other tools' words mean.
  fileprivate var meantTruth: Bool? {
    switch text.lowercased() {
    case "yes", "on", "y", "1", "true": true
    case "no", "off", "n", "0", "false": false
    default: nil
    }
  }
}
