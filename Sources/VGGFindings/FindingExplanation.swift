/// Why a finding is reported and what to do about it: what `vggc explain ID` prints in addition to
/// the message.
///
/// `meaning` and `repair` are prose with names of the language in backquotes; a blank line separates
/// paragraphs.
package struct FindingExplanation: Sendable {
  /// One line, without a full stop.
  package let title: String
  /// Why it is reported, and what would go wrong otherwise.
  package let meaning: String
  package let repair: String

  package init(title: String, meaning: String, repair: String) {
    self.title = title
    self.meaning = meaning
    self.repair = repair
  }
}

/// The words over the parts of what `vggc explain ID` prints, in one language.
package struct ExplanationHeadings: Sendable {
  package let example: String
  package let repair: String
  /// Over the example as it should be.
  package let repaired: String

  package init(example: String, repair: String, repaired: String) {
    self.example = example
    self.repair = repair
    self.repaired = repaired
  }
}
