/// A key's documentation in one language.
package struct KeyDocumentation: Sendable, Hashable {
  /// One or more sentences.
  package let summary: String
  /// The default in words, if it depends on other keys; `nil` for a key with a fixed default or none.
  package let rule: String?

  package init(_ summary: String, rule: String? = nil) {
    self.summary = summary
    self.rule = rule
  }
}
