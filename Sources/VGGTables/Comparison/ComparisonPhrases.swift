/// What the table of several networks says.
package protocol ComparisonPhrases {
  func title(of column: ComparisonColumn) -> String
  /// What the column's numbers mean, where the title does not say it all.
  func meaning(of column: ComparisonColumn) -> String?
}
