/// The explanation of a finding, which `vggc explain ID` prints in addition to
/// the message: why it is reported and what to do about it.
///
/// `meaning` and `repair` are prose with names of the language in backquotes; a blank line separates
/// paragraphs.
package struct FindingExplanation: Sendable {
  /// One line, without a full stop.
  package let title: String
  /// The reason that it is reported, and the consequence of ignoring it.
  package let meaning: String
  package let repair: String

  package init(title: String, meaning: String, repair: String) {
    self.title = title
    self.meaning = meaning
    self.repair = repair
  }
}

/// The headings of the parts that `vggc explain ID` prints, in one language.
package struct ExplanationHeadings: Sendable {
  package let example: String
  package let repair: String
  /// The heading of the repaired example.
  package let repaired: String

  package init(example: String, repair: String, repaired: String) {
    self.example = example
    self.repair = repair
    self.repaired = repaired
  }
}
