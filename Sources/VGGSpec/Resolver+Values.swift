import VGGDiagnostics
import VGGSyntax

/// Typed values. Each returns `nil` after it has reported what is wrong.
extension Resolver {
  /// Any scalar's text: `no`, `007` and `"D"` are all names.
  mutating func text(_ node: SyntaxNode, of what: String) -> Spanned<String>? {
    guard let scalar = scalar(node, of: what, expected: "text") else { return nil }
    guard scalar.value != .null, !scalar.text.isEmpty else {
      report(.emptyText(of: what, at: node.range))
      return nil
    }
    return Spanned(scalar.text, at: node.range)
  }

  mutating func truth(_ node: SyntaxNode, of what: String) -> Spanned<Bool>? {
    guard let scalar = scalar(node, of: what, expected: "true or false") else { return nil }
    if case .bool(let value) = scalar.value { return Spanned(value, at: node.range) }
    if !scalar.isPlain, case .bool = CoreValue(plain: scalar.text) {
      report(.quoted(scalar.text, of: what, expected: "true or false", at: node.range))
      return nil
    }
    report(.notTruth(scalar, of: what, at: node.range))
    return nil
  }

  mutating func integer(
    _ node: SyntaxNode, of what: String, in bounds: ClosedRange<Int>
  ) -> Spanned<Int>? {
    guard let scalar = scalar(node, of: what, expected: "a whole number") else { return nil }
    switch scalar.value {
    case .int(let value) where bounds.contains(value):
      return Spanned(value, at: node.range)
    case .int, .integerOverflow:
      report(.outOfRange(scalar.text, of: what, bounds: bounds, at: node.range))
    case .string(let string) where !scalar.isPlain && Int(string).map(bounds.contains) == true:
      report(.quoted(string, of: what, expected: "a number", at: node.range))
    case .null, .bool, .float, .string:
      report(.wrongType(of: what, expected: "a whole number", node))
    }
    return nil
  }

  mutating func number(
    _ node: SyntaxNode, of what: String, in bounds: ClosedRange<Double>
  ) -> Spanned<Double>? {
    guard let scalar = scalar(node, of: what, expected: "a number") else { return nil }
    let value: Double
    switch scalar.value {
    case .int(let integer): value = Double(integer)
    case .float(let float): value = float
    case .string(let string) where !scalar.isPlain && Double(string).map(bounds.contains) == true:
      report(.quoted(string, of: what, expected: "a number", at: node.range))
      return nil
    case .null, .bool, .integerOverflow, .string:
      report(.wrongType(of: what, expected: "a number", node))
      return nil
    }
    guard bounds.contains(value) else {
      report(.outOfRange(scalar.text, of: what, bounds: bounds, at: node.range))
      return nil
    }
    return Spanned(value, at: node.range)
  }

  /// A list's items; a single value is no list.
  mutating func items(_ node: SyntaxNode, of what: String, expected: String) -> [SyntaxNode]? {
    switch node.content {
    case .sequence(let items): return items
    case .reported: return nil
    case .scalar, .mapping:
      report(.wrongType(of: what, expected: expected, node))
      return nil
    }
  }

  /// A mapping's values by key; keys that are not of `Key` are reported.
  ///
  /// Where it is plain which key was meant, its value is read under that, so that one misspelt key
  /// makes one error.
  mutating func mapping<Key: ConfigurationKey>(
    _ entries: [SyntaxEntry], keys: Key.Type
  ) -> [Key: SyntaxNode] {
    knownEntries(entries, keys: keys).reduce(into: [:]) { values, entry in
      if let key = Key(rawValue: entry.key.value) { values[key] = entry.value }
    }
  }

  /// The entries that have keys of `Key`, or keys of which it is plain what was meant; others are
  /// reported.
  mutating func knownEntries<Key: ConfigurationKey>(
    _ entries: [SyntaxEntry], keys: Key.Type
  ) -> [SyntaxEntry] {
    let what = Key.mappingName
    var given = Set(entries.compactMap { Key(rawValue: $0.key.value) })
    return entries.compactMap { entry in
      if Key(rawValue: entry.key.value) != nil { return entry }
      guard let meant = Key.meant(by: entry.key.value) else {
        report(.unknownKey(entry.key, in: what, known: Key.allCases.map(\.rawValue)))
        return nil
      }
      guard given.insert(meant).inserted else {
        report(.unknownKey(entry.key, in: what, givenAs: meant.rawValue))
        return nil
      }
      report(.unknownKey(entry.key, in: what, meant: meant.rawValue))
      return SyntaxEntry(key: Spanned(meant.rawValue, at: entry.key.range), value: entry.value)
    }
  }

  /// Whether there is a key that is none of `Key` and like none: what is missing may be what it
  /// holds.
  func hasUnknownKey<Key: ConfigurationKey>(
    _ entries: [SyntaxEntry], besides keys: Key.Type
  ) -> Bool {
    entries.contains { Key(rawValue: $0.key.value) == nil && Key.meant(by: $0.key.value) == nil }
  }

  private mutating func scalar(_ node: SyntaxNode, of what: String, expected: String) -> Scalar? {
    switch node.content {
    case .scalar(let scalar): return scalar
    case .reported: return nil
    case .sequence, .mapping:
      report(.wrongType(of: what, expected: expected, node))
      return nil
    }
  }
}
