/// The constant texts of tables, one table per language for its translators.
///
/// Texts that have placeholders or depend on a number are functions of the phrasebook.
package struct TableTexts: Sendable {
  package let totalsTitle: String
  package let weightBreakdown: String
  package let activationBreakdown: String
  package let peakBreakdown: String
}
