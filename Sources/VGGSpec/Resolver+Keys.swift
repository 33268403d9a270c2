import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// Values by their keys, within the bounds that the keys' meanings state.
///
/// Each returns `nil` if the key is absent, or after it has reported a problem. `called` is
/// the value's subject in messages, if that is not the key.
extension Resolver {
  mutating func truth<Key: ConfigurationKey>(
    _ key: Key, in values: [Key: SyntaxNode]
  ) -> Spanned<Bool>? {
    values[key].flatMap { truth($0, of: .key(key.rawValue)) }
  }

  mutating func integer<Key: ConfigurationKey>(
    _ key: Key, in values: [Key: SyntaxNode], called subject: Subject? = nil
  ) -> Spanned<Int>? {
    values[key].flatMap { integer($0, of: key, called: subject) }
  }

  /// A number for both sides, or a list of one for the rows and one for the columns.
  mutating func sides<Key: ConfigurationKey>(
    _ key: Key, in values: [Key: SyntaxNode]
  ) -> Spanned<Sides>? {
    values[key].flatMap { sides($0, of: key) }
  }

  mutating func number<Key: ConfigurationKey>(
    _ key: Key, in values: [Key: SyntaxNode]
  ) -> Spanned<Double>? {
    values[key].flatMap { number($0, of: key) }
  }

  mutating func integer(
    _ node: SyntaxNode, of key: some ConfigurationKey, called subject: Subject? = nil
  ) -> Spanned<Int>? {
    integer(node, of: subject ?? .key(key.rawValue), in: key.meaning.form.integers)
  }

  mutating func sides(
    _ node: SyntaxNode, of key: some ConfigurationKey
  ) -> Spanned<Sides>? {
    switch node.content {
    case .sequence(let items):
      return pair(
        items, at: node.range, of: key.rawValue, in: key.meaning.form.integers, expected: .sides)
    case .mapping:
      report(WrongType.value(.key(key.rawValue), .sides, seen: node.kind), at: node.range)
      return nil
    case .scalar, .reported: return integer(node, of: key)?.map { Sides($0) }
    }
  }

  mutating func number(
    _ node: SyntaxNode, of key: some ConfigurationKey, called subject: Subject? = nil
  ) -> Spanned<Double>? {
    number(node, of: subject ?? .key(key.rawValue), in: key.meaning.form.numbers)
  }
}
