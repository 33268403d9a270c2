/// A technical term and its meaning in one sentence.
package struct GlossaryEntry: Sendable {
  package let term: String
  package let meaning: String

  init(_ term: String, meaning: String) {
    self.term = term
    self.meaning = meaning
  }
}
