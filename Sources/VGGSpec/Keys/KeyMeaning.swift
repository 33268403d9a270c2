/// What a key is for and what may stand under it.
package struct KeyMeaning: Sendable {
  /// What holds where a key is not stated.
  package enum Default: Sendable, Hashable {
    case value(LanguageValue)
    /// What holds depends on other keys, which this says in words.
    case rule(String)
    /// The key must be there.
    case required
  }

  /// `batch_norm`.
  package let name: String
  /// One sentence.
  package let summary: String
  package let form: ValueForm
  package let standard: Default

  package var isRequired: Bool { standard == .required }
}
