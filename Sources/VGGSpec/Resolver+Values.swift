import VGGDiagnostics
import VGGSyntax

/// Typed values. Each returns `nil` after it has reported what is wrong.
extension Resolver {
  /// Any scalar's text: `no`, `007` and `"D"` are all names.
  mutating func text(_ node: SyntaxNode, of what: String) -> Spanned<String>? {
    guard let scalar = scalar(node, of: what, expected: "text") else { return nil }
    guard scalar.value != .null, !scalar.text.isEmpty else {
      report(.wrongType(of: what, expected: "text", node))
      return nil
    }
    return Spanned(scalar.text, at: node.range)
  }

  mutating func truth(_ node: SyntaxNode, of what: String) -> Spanned<Bool>? {
    guard let scalar = scalar(node, of: what, expected: "true or false") else { return nil }
    if case .bool(let value) = scalar.value { return Spanned(value, at: node.range) }
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
      report(.quotedNumber(string, of: what, at: node.range))
    default:
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
    default:
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
    default:
      report(.wrongType(of: what, expected: expected, node))
      return nil
    }
  }

  /// A mapping's values by key; keys that are not of `Key` are reported.
  mutating func mapping<Key: ConfigurationKey>(
    _ entries: [SyntaxEntry], of what: String, keys: Key.Type
  ) -> [Key: SyntaxNode] {
    var values: [Key: SyntaxNode] = [:]
    for entry in entries {
      if let key = Key(rawValue: entry.key.value) {
        values[key] = entry.value
      } else {
        report(.unknownKey(entry.key, in: what, known: Key.allCases.map(\.rawValue)))
      }
    }
    return values
  }

  /// Whether a missing key stands there misspelt, which has been reported already.
  func isMisspelt<Key: ConfigurationKey>(_ key: Key, in entries: [SyntaxEntry]) -> Bool {
    let known = Key.allCases.map(\.rawValue)
    return entries.contains { entry in
      !known.contains(entry.key.value)
        && nearestName(to: entry.key.value, among: known) == key.rawValue
    }
  }

  mutating func reportUnknownKeys(of keys: InheritedKeys) {
    _ = mapping(keys.entries, of: "a configuration", keys: ModelKey.self)
  }

  private mutating func scalar(_ node: SyntaxNode, of what: String, expected: String) -> Scalar? {
    switch node.content {
    case .scalar(let scalar): return scalar
    case .reported: return nil
    default:
      report(.wrongType(of: what, expected: expected, node))
      return nil
    }
  }
}
