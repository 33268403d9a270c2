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
}
