/// A term of the field, and what it means in a sentence.
package struct GlossaryEntry: Sendable {
  package let term: String
  package let meaning: String

  init(_ term: String, meaning: String) {
    self.term = term
    self.meaning = meaning
  }
}
