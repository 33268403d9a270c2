/// The constant texts of tables, a language's in one table for its translators.
///
/// Texts with something to fill in, or that depend on a number, are functions of the phrasebook.
package struct TableTexts: Sendable {
  package let totalsTitle: String
  package let weightBreakdown: String
  package let activationBreakdown: String
  package let peakBreakdown: String
}
