/// The phrases of the glossary.
package protocol GlossaryPhrases {
  func heading(of topic: GlossaryTopic) -> String
  func entry(for term: GlossaryTerm) -> GlossaryEntry
  /// The names of a term where no other language's name is next to it.
  func heading(of term: GlossaryTerm) -> String
}
