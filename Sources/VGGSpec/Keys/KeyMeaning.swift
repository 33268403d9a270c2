/// A key's purpose and the values that it may have.
package struct KeyMeaning: Sendable {
  /// The default for a key that isn't stated.
  package enum Default: Sendable, Hashable {
    case value(LanguageValue)
    /// The default depends on other keys; this describes it in words.
    case rule(String)
    /// The key must be there.
    case required
  }

  /// The key itself, which phrasebooks document in other languages.
  package let key: any ConfigurationKey
  /// `batch_norm`.
  package let name: String
  /// One sentence, in English.
  package let summary: String
  package let form: ValueForm
  package let standard: Default

  package var isRequired: Bool { standard == .required }

  /// The documentation in English, which the JSON Schema also has.
  package var documentation: KeyDocumentation {
    switch standard {
    case .rule(let rule): KeyDocumentation(summary, rule: rule)
    case .value, .required: KeyDocumentation(summary)
    }
  }
}
