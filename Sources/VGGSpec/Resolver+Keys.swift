import VGGDiagnostics
import VGGSyntax

/// Values by their keys, within the bounds that the keys' meanings state.
///
/// Each returns `nil` where the key is not there, or after it has reported what is wrong. `called` is
/// what messages call the value, where that is not the key.
extension Resolver {
  mutating func truth<Key: ConfigurationKey>(
    _ key: Key, in values: [Key: SyntaxNode]
  ) -> Spanned<Bool>? {
    values[key].flatMap { truth($0, of: key.rawValue) }
  }

  mutating func integer<Key: ConfigurationKey>(
    _ key: Key, in values: [Key: SyntaxNode], called what: String? = nil
  ) -> Spanned<Int>? {
    values[key].flatMap { integer($0, of: key, called: what) }
  }

  mutating func number<Key: ConfigurationKey>(
    _ key: Key, in values: [Key: SyntaxNode]
  ) -> Spanned<Double>? {
    values[key].flatMap { number($0, of: key) }
  }

  mutating func integer(
    _ node: SyntaxNode, of key: some ConfigurationKey, called what: String? = nil
  ) -> Spanned<Int>? {
    integer(node, of: what ?? key.rawValue, in: key.meaning.form.integers)
  }

  mutating func number(
    _ node: SyntaxNode, of key: some ConfigurationKey, called what: String? = nil
  ) -> Spanned<Double>? {
    number(node, of: what ?? key.rawValue, in: key.meaning.form.numbers)
  }
}
